"""``completion``: the script that lets a shell complete commands, options and names."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from ttx.cli import out
from ttx.cli.root import COMPLETE_VARIABLE, command, root
from ttx.errors import Exit


@command(
    "completion",
    example="""\
eval "$(tabletop completion bash)"    in ~/.bashrc
eval "$(tabletop completion zsh)"     in ~/.zshrc
tabletop completion fish > ~/.config/fish/completions/tabletop.fish""",
)
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> int:
    """Print the completion script for a shell."""
    found = get_completion_class(shell)
    assert found is not None
    out.put(found(root, {}, "tabletop", COMPLETE_VARIABLE).source())
    return Exit.FINE
