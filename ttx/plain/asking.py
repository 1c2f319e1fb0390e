"""A form asked field by field, or filled from one line: ``record b; why one voice; said keep it``."""

from __future__ import annotations

from ttx.plain.speech import Speech
from ttx.services.forms.values import Field, Form
from ttx.services.session import Session
from ttx.sources.finding import find

LEAVE = "."
"""Typed alone, it leaves a form; what was typed is kept and offered again."""


def filled_from(form: Form, words: str, session: Session) -> dict[str, str] | str:
    """What one line says of a form's fields, over what stood in them; or why it cannot be read.

    Parts are separated by semicolons. A part that begins with a field's name fills it; the first one
    that does not fills the first field that takes it.
    """
    given = {field.key: field.value for field in form.fields}
    for part in (each.strip() for each in words.split(";")):
        if not part:
            continue
        named = _named(form, part)
        field, text = named or (_first_that_takes(form, part), part)
        if field is None:
            return f"I do not know where {part!r} belongs. Begin it with: {_names(form)}."
        read = _read(field, text, session)
        if read is None:
            return f"{field.label}: {_takes(field)}."
        given[field.key] = read
    return given


def ask(form: Form, session: Session, speech: Speech) -> dict[str, str] | None:
    """Every field in turn; an empty line keeps what stands there. None where the form was left."""
    speech.say(f"{form.title}. Needed: {form.needed or 'one line'}. A full stop alone leaves it.")
    for note in form.notes:
        speech.say(note)
    given = {field.key: field.value for field in form.fields}
    for field in form.fields:
        if not _ask_field(field, given, session, speech):
            session.keep_draft(form.name, given)
            speech.say("Left. What you typed is kept and offered again.")
            return None
    return given


def _ask_field(field: Field, given: dict[str, str], session: Session, speech: Speech) -> bool:
    for choice in field.choices if len(field.choices) <= 12 else ():
        speech.item(f"  {choice.key or choice.value},", choice.label)
    while True:
        stands = given[field.key]
        hint = f" ({stands})" if stands else f" ({field.hint})" if field.hint else ""
        heard = speech.hear(f"{field.label}{hint}: ")
        if heard is None or heard.strip() == LEAVE:
            return False
        if not heard.strip():
            return True
        read = _read(field, heard.strip(), session)
        if read is not None:
            given[field.key] = read
            return True
        speech.say(f"{field.label}: {_takes(field)}.")


def _named(form: Form, part: str) -> tuple[Field, str] | None:
    head, _, rest = part.partition(" ")
    for field in form.fields:
        first = field.label.split()[0].strip(",").casefold()
        if rest and len(head) > 1 and (first.startswith(head.casefold()) or field.key == head.casefold()):
            return field, rest.strip()
    return None


def _first_that_takes(form: Form, text: str) -> Field | None:
    chosen = next(
        (f for f in form.fields if f.kind in ("one", "many") and _chosen(f, text) is not None), None
    )
    return chosen or next((f for f in form.fields if f.kind in ("text", "line")), None)


def _read(field: Field, text: str, session: Session) -> str | None:
    if field.kind in ("one", "many"):
        return _chosen(field, text)
    if field.kind == "links":
        return _links(text, session)
    return text


def _chosen(field: Field, text: str) -> str | None:
    """Values that the words name, by key, by value or by the beginning of the label; None for others."""
    wanted = text.replace(",", " ").split() if field.kind == "many" else [text]
    found = [_one(field, word) for word in wanted]
    return " ".join(f for f in found if f) if found and all(found) else None


def _one(field: Field, word: str) -> str | None:
    said = word.casefold()
    for choice in field.choices:
        if said in (choice.key.casefold(), choice.value.casefold(), choice.label.casefold()):
            return choice.value
    near = [c.value for c in field.choices if c.label.casefold().startswith(said)] if len(said) > 1 else []
    return near[0] if len(near) == 1 else None


def _links(text: str, session: Session) -> str | None:
    """``05a <05b``: tags, with ``<`` for what the cell gave as its reason."""
    made = []
    for word in text.replace(",", " ").split():
        found = find(session.scenario.catalogues.values(), word.lstrip("<"), 1)
        if not found:
            return None
        made.append(f"{found[0].target}:{'relies' if word.startswith('<') else 'touches'}")
    return " ".join(made)


def _names(form: Form) -> str:
    return ", ".join(field.label.split()[0].strip(",").lower() for field in form.fields)


def _takes(field: Field) -> str:
    if field.kind in ("one", "many"):
        return "say one of " + ", ".join(c.key or c.value for c in field.choices)
    if field.kind == "links":
        return "say commitments like 05a, with < before one that the cell gave as its reason"
    return field.hint or "words"
