"""Words of the field that stand for each other, so that a room's words reach a document's words.

General knowledge of defence consultations, not of one document: a theme of a catalogue, its
paraphrases and what people say in a room meet in a concept. An underscore joins words that count
only together.
"""

from __future__ import annotations

from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CONCEPTS: Mapping[str, str] = {
    "armistice": """
        armistice unc united_nations_command ceasefire truce dmz demilitarized_zone mdl demarcation guard_post
        inquiry investigate investigation investigator inspect inspection inspector violation violate violator
        neutral_nations nnsc jsa panmunjom duty_line secretariat un_side un_command un_officer
        tape recording finding shot
    """,
    "sovereignty": "sovereignty sovereign host_nation host_government consent permission national_law",
    "missions": "mission task patrol inspection monitor observe crossing corridor",
    "military-accord": """
        cma military_agreement military_accord military_deal comprehensive_military accord clause measure
        suspend buffer accidental_clash accidental border tension
    """,
    "agreements": "agreement signed sign papers word obligation obligations deal honour pledge",
    "sea-border": "nll northern_limit sea_boundary maritime_boundary west_sea yellow_sea patrol_boat island",
    "inter-korean": """
        inter-korean inter-k inter_korean koreas pyongyang north northern dprk hotline military_line
        military_phone engagement
    """,
    "dialogue": """
        dialogue diplomacy diplomatic talk talks negotiate negotiation offer mediator go-between envoy call
        summit singapore precondition
    """,
    "denuclearization": """
        denuclearize denuclearization nuclear-free disarm dismantle nuclear_programme nuclear_program warhead
        nuclear_arms yongbyon
    """,
    "offers": "offer reply answer goodwill concession common_line position line",
    "sanctions": """
        sanction sanctions unscr security_council embargo export import ban smuggle tanker oil council
        resolution new_york relief exemption
    """,
    "deterrence": """
        deter deterrence deterrent extended nuclear_umbrella umbrella atomic strategic bomber submarine
        strategic_asset dsc tds tailored full_range conventional carrier
    """,
    "assurance": "ironclad unshakable shaken firm firmly unwavering steadfast guarantee worth doubt abandon",
    "treaty": "treaty mutual_defence shared_defence combined_defence 1953 defend",
    "troops": """
        usfk troop troops troop_number soldier brigade squadron rotation withdraw withdrawal
        drawdown force_level
        level present_level manpower presence stationed number numbers headcount
    """,
    "region": "region regional northeast_asia east_asia indo-pacific pacific ocean theatre theater partner",
    "missile-defence": "thaad battery radar seongju interceptor missile_defence patriot camp_carroll",
    "access": "access unfettered unhindered supply supplies road convoy fuel protester villager",
    "missiles": "missile missiles ballistic launch launches icbm rocket warhead",
    "readiness": "ready readiness fight_tonight alert respond response react scramble immediate minutes",
    "interoperability": "interoperable interoperability two_armies two_militaries",
    "exercise": """
        exercise exercises training train drill practise practice manoeuvre maneuver field_training ccpt ccpts
        command-post command_post computer rehearsal simulation
    """,
    "range": """
        range live-fire live_fire live_ammunition ammunition shoot gunnery airspace firing complex
        neighbour
    """,
    "plans": """
        oplan oplans operation_plan operational_plan war_plan contingency_plan spg planning guidance
        planner
    """,
    "opcon": """
        opcon operational_control wartime_control  handover transition transfer cotp condition
        conditions future_command f-cfc capability_test foc
    """,
    "conditions": "condition conditions met satisfied fulfilled criteria criterion score threshold bar",
    "capability-test": """
        capability_test certify certification full_operational foc capability_assessment test verification
        future_command future_headquarters future_staff
    """,
    "assessment": "assess assessment evaluate evaluation rating rate score audit scoreboard progress review",
    "rewrite": """
        annex annexed annexes appendix appended appendices rewrite rewriting redraft attachment
        revision
    """,
    "study": "study joint_study research_paper survey comprehensive",
    "bridging": "bridge bridging stop-gap stopgap interim gap lend loan borrow ",
    "enduring": "enduring lasting permanent permanently always",
    "acquisition": """
        acquire acquiring acquisition buy purchase procure procurement shopping isr reconnaissance
        budget contract
    """,
    "lead": "lead leading leadership korean_general command_role expand",
    "headquarters": """
        headquarter headquarters hq cfc relocate relocation humphreys building new_building mover
    """,
    "spring-meeting": "spring kidd dialogue spring_dialogue spring_meeting spring_talk",
    "space": "space satellite satellites orbit orbital debris ssa astronaut",
    "awareness": "awareness debris track tracks data sensor collision",
    "cyber": """
        cyber network networks hacker intruder malware intrusion ransomware software breach
        virus_attack
    """,
    "share": "share sharing exchange exchanges pass inform information information-sharing trend contact",
    "liaison": "liaison command_exchange exchange_officer",
    "people": "professional professionals training_course school student career expert specialist",
    "industry": """
        industry industries industrial armament armaments r&d research development procurement logistics
        spare_part technology consultative body bodies committee export_licence
    """,
    "reform": "revise rework reform merge effective timely efficacy streamline",
    "telecoms": "5g 6g mobile phone phones telecom wireless testbed next_generation",
    "hightech": """
        quantum artificial_intelligence ai drone drones robot high-tech emerging emerging_threat
        domain
    """,
    "infrastructure": "infrastructure power_station pipeline cable grid data_line",
    "rules": """
        rules-based rule_law law order norms navigate navigation overflight overfly passage
        disputed_waters south_china_sea international_law ships_pass
    """,
    "taiwan": "taiwan strait taipei beijing china",
    "asean": "asean south-east south-eastern southeast southeastern centrality forum regional_architecture",
    "myanmar": "myanmar burma junta naypyidaw coup generals arms_sale",
    "rights": """
        human_right rights prisoner prisoners lawyer asylum defector repatriate
        democracy democratic refugee torture prison
    """,
    "values": "values value democracy democracies democratic vision leader leaders president presidents",
    "peacekeeping": """
        peacekeeping peacekeeper blue_helmet pko un_mission contingent peacekeeping_ministerial
        conference
    """,
    "global": """
        piracy pirate counter-piracy humanitarian disaster relief flood earthquake reconstruction
        stabilization stabilisation somalia hospital_ship escort
    """,
    "pandemic": "pandemic virus covid vaccine vaccination dose test_kit infection health quarantine",
    "wmd": """
        wmd cwmd counter-wmd chemical biological nerve_gas stockpile threat-reduction proliferation
        mass_destruction
    """,
    "japan": "japan tokyo japanese trilateral three-way dtt gsomia three_ministers",
    "bases": """
        base bases camp garrison yongsan hand_back give_back soil pollution polluted environment
        environmental contamination barracks golf land returns
    """,
    "fence": "fence fencing security_fence",
    "unused": "empty unused vacant transferable protection_step safety_step",
    "sofa": "sofa status_forces joint_committee",
    "cost": "cost cost-sharing sma burden pay payment special_measures",
    "meeting": "scm mcm ministers minister_meeting annual yearly delegation washington pentagon agenda",
    "press": "press newspaper media television journalist",
    "alliance": "alliance linchpin partnership future-oriented future 2030 working_group",
    "coordination": "coordinate coordination coordinating consult consultation jointly comment draft",
}
"""Concept -> words, blanks between them, as people write them; ``sources.stems`` brings them to stems."""

IDLE = _words("""
    a about after again all also an and any are as at be because been before but by can could did do does
    each every for from had has have he her him his how i if in into is it its just may more most must no
    nor not now of off on one only onto or other our out over own shall she should so some still such than
    that the their them then there these they this those through to too under until up upon us very was we
    were what when where whether which while who whom whose why will with would yet you your let says said
    say tell told ask asks asked go goes gone get make makes made take takes took put puts keep keeps kept
    both ally allied allies
""")
"""Words that say nothing about what a sentence is about."""

EVERYDAY = _words("""
    year years month week day hour minute time today tomorrow tonight morning people man men thing way two
    three four five six seven eight nine ten half first second third last next whole place work move moves
    hold bring set run send see show name new old answer answers help states state seoul country countries
    early late good bad small large part little big public publicly officer officers military
    system need needs want together use used line agree agreed open close closed wait wants army armies
    report serve change begin end done without within different level matter quiet step promise
""")
"""Words of every day that also occur in documents: alone they are a weak reason."""
