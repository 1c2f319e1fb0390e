"""How screens are laid out; colours are tokens of the theme."""

SMALL = 112
"""Fewer columns than this leave no room for the side panes: the card would be too narrow to read."""

COLUMNS, ROWS = 60, 15
"""The least that a card and its step need."""


def too_small(columns: int, rows: int) -> bool:
    """Whether a terminal of this size cannot show what must always be in sight."""
    return columns < COLUMNS or rows < ROWS


CSS = """
Screen, ModalScreen { background: $t-bg; color: $t-text; }
ModalScreen { background: transparent; }
Console, Library { layers: base above; }
#main { height: 1fr; }

#left { width: 32; }
#timeline, #instead { height: 1fr; }
#figures { height: 4; }
#centre { width: 1fr; }
#upper { height: 1fr; }
#card-pane { width: 1fr; }
#card { height: 1fr; background: $t-card; }
#side { width: 33; }
#tracks { height: auto; max-height: 12; margin: 0 0 1 0; }
#commitments { height: 1fr; }
#to-do { height: 6; }
#feed-pane { height: 8; }
#feed { height: 1fr; }

.-wide #left { width: 44; }
.-wide #side { width: 54; }
.-wide #feed-pane { height: 18; }

.-small #left { width: 28; }
.-small #side, .-small #side-hair { display: none; }
.-small #feed-pane { height: 5; }
.-tiny #left, .-tiny #side, .-tiny #side-hair, .-tiny #feed-pane { display: none; }
.-low #feed-pane { height: 5; }

#lists { width: 66; }
#entries { height: 1fr; }
#about { width: 1fr; }
#page { height: 1fr; background: $t-card; }
Library.-small #main, Library.-tiny #main { layout: vertical; }
Library.-small #lists, Library.-tiny #lists { width: 100%; height: 1fr; }
Library.-small #about, Library.-tiny #about { width: 100%; height: 9; }
Library.-small Hair, Library.-tiny Hair { display: none; }
DraftScreen.-small #main, DraftScreen.-tiny #main { layout: vertical; }
DraftScreen.-small #lists, DraftScreen.-tiny #lists { width: 100%; height: 9; }
DraftScreen.-small #about, DraftScreen.-tiny #about { width: 100%; height: 1fr; }
DraftScreen #lists { width: 50; }
Explorer.-small #main, Explorer.-tiny #main { layout: vertical; }
Explorer.-small #lists, Explorer.-tiny #lists { width: 100%; height: 1fr; }
Explorer.-small #about, Explorer.-tiny #about { width: 100%; height: 9; }
Explorer.-small Hair, Explorer.-tiny Hair { display: none; }
ReviewScreen.-small #main, ReviewScreen.-tiny #main { layout: vertical; }
ReviewScreen.-small #lists, ReviewScreen.-tiny #lists { width: 100%; height: 1fr; }
ReviewScreen.-small #about, ReviewScreen.-tiny #about { width: 100%; height: 9; }
ReviewScreen.-small Hair, ReviewScreen.-tiny Hair { display: none; }
MapScreen.-small #main, MapScreen.-tiny #main { layout: vertical; }
MapScreen.-small #lists, MapScreen.-tiny #lists { width: 100%; height: 1fr; }
MapScreen.-small #about, MapScreen.-tiny #about { width: 100%; height: 9; }
MapScreen.-small Hair, MapScreen.-tiny Hair { display: none; }
AuthorScreen #page { height: 11; }
AuthorScreen.-tall #page { height: 15; }
AuthorScreen.-wide #lists { width: 90; }
AuthorScreen #preview { height: 1fr; }
AuthorScreen.-small #main, AuthorScreen.-tiny #main { layout: vertical; }
AuthorScreen.-small #lists, AuthorScreen.-tiny #lists { width: 100%; height: 1fr; }
AuthorScreen.-small #page, AuthorScreen.-tiny #page { height: 9; }
AuthorScreen.-small #about, AuthorScreen.-tiny #about { display: none; }
AuthorScreen.-small Hair, AuthorScreen.-tiny Hair { display: none; }
AuthorScreen.-small.previewing #entries, AuthorScreen.-tiny.previewing #entries { display: none; }
AuthorScreen.-small.previewing #entries-heading { display: none; }
AuthorScreen.-tiny.previewing #entries-heading { display: none; }
AuthorScreen.-small.previewing #about, AuthorScreen.-tiny.previewing #about {
    display: block; width: 100%; height: 1fr;
}
AuthorScreen.-small.previewing #lists, AuthorScreen.-tiny.previewing #lists { height: 10; dock: bottom; }
EvaluationScreen.-small #main, EvaluationScreen.-tiny #main { layout: vertical; }
EvaluationScreen.-small #lists, EvaluationScreen.-tiny #lists { width: 100%; height: 1fr; }
EvaluationScreen.-small #about, EvaluationScreen.-tiny #about { width: 100%; height: 9; }
EvaluationScreen.-wide #lists { width: 96; }
EvaluationScreen.-small Hair, EvaluationScreen.-tiny Hair { display: none; }
SoFar.-small #main, SoFar.-tiny #main { layout: vertical; }
SoFar.-small #lists, SoFar.-tiny #lists { width: 100%; height: 8; }
SoFar.-small #about, SoFar.-tiny #about { width: 100%; height: 1fr; }
SoFar.-wide #lists { width: 96; }
SoFar.-small Hair, SoFar.-tiny Hair { display: none; }
ReviewScreen.-small.reading #lists, ReviewScreen.-tiny.reading #lists { display: none; }
ReviewScreen.-small.reading #about, ReviewScreen.-tiny.reading #about { height: 1fr; }

#sheet { margin: 3 0 0 33; width: 1fr; height: 1fr; background: $t-card; overflow-x: hidden; }
.-small #sheet, .-tiny #sheet { margin: 3 0 0 0; }
.-wide #sheet { margin: 3 0 0 45; }
#sheet-keys { dock: bottom; margin: 0 0 1 0; background: $t-bg; }
#strip { dock: bottom; margin: 0 0 2 0; height: 3; background: $t-raise; overflow: hidden; }
SheetScreen #said, SettleScreen #said { dock: bottom; margin: 0 0 2 33; }
SheetScreen.-small #said, SettleScreen.-small #said { margin: 0 0 2 0; }
SheetScreen.-tiny #said, SettleScreen.-tiny #said { margin: 0 0 2 0; }
SheetScreen.-wide #said, SettleScreen.-wide #said { margin: 0 0 2 45; }
.alone #sheet { margin: 3 0 0 0; }
SheetScreen.alone #said { margin: 0 0 2 0; }
.field { height: auto; margin: 0 1 0 1; }
.field .label { width: 11; height: 1; }
.field .control { width: 1fr; min-width: 8; }
.field TextArea { height: 3; }
SheetScreen.roomy .field { margin: 0 1 1 1; }
SheetScreen.roomy .field TextArea { height: 4; }
#links { height: 1fr; }
#about-link { height: 8; background: $t-raise; }
#choices, #help-page { height: 1fr; background: $t-card; }
#back-page { height: 14; background: $t-card; }
#stop, #too-small, #wall { height: 1fr; }

Input, TextArea { background: $t-raise; color: $t-text; border: none; padding: 0 1; height: 1; }
Input:focus, TextArea:focus { background: $t-select; background-tint: transparent; border: none; }
Input > .input--cursor, TextArea .text-area--cursor { background: $t-text; color: $t-bg; }
Input > .input--placeholder, TextArea .text-area--placeholder { color: $t-dim; }
Input > .input--selection { background: $t-dim; color: $t-bg; }
TextArea .text-area--cursor-line { background: $t-raise; }
TextArea:focus .text-area--cursor-line { background: $t-select; }
ScrollView, VerticalScroll { scrollbar-color: $t-rule; scrollbar-background: $t-bg; }
ScrollView, VerticalScroll { scrollbar-size-vertical: 1; }
"""
