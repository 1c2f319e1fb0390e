"""Titles of the problem codes that no check of this package owns, in the order of the files' way in."""

from __future__ import annotations

from collections.abc import Mapping

READING: Mapping[str, str] = {
    "TTX101": "the text is no YAML from here on",
    "TTX102": "a character that cannot be seen",
    "TTX103": "an anchor or alias",
    "TTX104": "a merge key",
    "TTX105": "a tag",
    "TTX106": "a key that stands twice",
    "TTX107": "a second document",
    "TTX108": "nested too deep",
    "TTX109": "too large, or too many values",
    "TTX110": "a key that is no text, or too long",
    "TTX111": "a directive",
    "TTX112": "an included file that cannot be read",
    "TTX114": "an included file that cannot be joined",
    "TTX115": "an empty file",
    "TTX116": "too many or too large files",
    "TTX117": "a rule pack or catalogue that cannot be read",
    "TTX118": "an ignore without a reason or a code",
    "TTX119": "an ignore that ignores nothing",
    "TTX120": "a text that ends where a comment begins",
}
SHAPE: Mapping[str, str] = {
    "TTX201": "a key that means nothing here",
    "TTX202": "a key that is missing",
    "TTX203": "something else where text is wanted",
    "TTX204": "something else where a list is wanted",
    "TTX205": "something else where keys with values are wanted",
    "TTX206": "something else where a whole number is wanted",
    "TTX207": "something else where yes or no is wanted",
    "TTX208": "a word that is none of those known here",
    "TTX209": "too long, or not two values",
    "TTX210": "what cannot be an id",
    "TTX211": "a value that does not fit",
    "TTX212": "a format this version does not read",
    "TTX213": "what was once written so, and is written otherwise today",
}
MEANING: Mapping[str, str] = {
    "TTX220": "a name given twice",
    "TTX221": "a name that stands for nothing",
    "TTX222": "what is no scenario time",
    "TTX224": "how several cells answer",
    "TTX225": "a track that cannot be what it says",
    "TTX226": "one of several keys is wanted",
    "TTX227": "too many, or none",
    "TTX228": "a derived word that is not whole",
    "TTX229": "what D stands for",
    "TTX230": "a pack that is called unlike its file",
    "TTX265": "${...} that names nothing everybody may see",
}
EXPRESSIONS: Mapping[str, str] = {
    "TTX301": "a sign that has no meaning in a condition",
    "TTX302": "a condition that breaks off or does not join",
    "TTX303": "a condition or number that is too large",
    "TTX304": "a name in a condition that stands for nothing",
    "TTX305": "a word that is never the value",
    "TTX306": "words compared by order",
    "TTX307": "two things that cannot be compared",
    "TTX308": "a value where true or false is wanted",
    "TTX309": "true or false compared or added",
    "TTX310": "a word added to",
    "TTX311": "told needs two cells or voices",
    "TTX312": "before needs a decision",
    "TTX313": "the answer of a cell that does not answer",
    "TTX314": "a number outside of the range",
    "TTX315": "an effect that breaks off or does not join",
    "TTX316": "an effect on what cannot be set",
    "TTX317": "a step up or down that cannot be made",
    "TTX318": "a value that stands in a list twice",
    "TTX319": "a word with two meanings",
}
RULES: Mapping[str, str] = {
    "TTX401": "what names no dice",
    "TTX402": "bands that overlap",
    "TTX403": "a total that no band holds",
    "TTX404": "a modifier out of bounds",
    "TTX405": "a rule without results",
    "TTX406": "a procedure without steps",
    "TTX407": "a name that stands twice in a rule",
    "TTX408": "a part this kind of rule has no use for",
    "TTX409": "a target that dice and reasons never decide",
    "TTX410": "a gate without conditions",
    "TTX411": "more judged conditions than a gate can have",
    "TTX412": "a vote that does not say what decides it",
    "TTX413": "words for a result the rule never gives",
}
CATALOGUES: Mapping[str, str] = {
    "TTX501": "an id given twice, or of another document",
    "TTX502": "a locator that leads to no sentence",
    "TTX503": "an entry that names no other",
    "TTX504": "a label that is too long",
    "TTX505": "too many words of the document in one place",
    "TTX506": "what is no fingerprint, or that of another sentence",
    "TTX507": "sentences that do not count through",
    "TTX508": "a class that the entry's sentence does not have",
}
FORESEEN: Mapping[str, str] = {
    "TTX701": "what no course ever comes to",
    "TTX702": "a dead end",
    "TTX703": "an ending in the shadow of another",
    "TTX704": "an answer that another makes superfluous",
    "TTX705": "an order of open decisions that changes an ending",
    "TTX706": "a cell with nothing to do for half an hour",
    "TTX707": "a phase over its minutes",
    "TTX708": "an objective that no course can show",
    "TTX709": "an ending that is rare, or nearly certain",
}
"""What ``validate --deep`` finds by walking every course of play."""
PLAYING: Mapping[str, str] = {
    "TTX601": "the moves end too early",
    "TTX602": "a move that does not fit what comes next",
    "TTX611": "a move of no known form",
    "TTX612": "an answer without a value",
}
