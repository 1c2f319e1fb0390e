"""Tests of screens are coroutines; each gets a loop of its own."""

import asyncio
import inspect

import pytest

from tests.tui.driving import begin
from tests.tui.rooms import MINUTE, play, small
from ttx.model.commands import StartExercise


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem):
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True


@pytest.fixture
def running(tmp_path):
    session, clock = small(tmp_path)
    session.do(StartExercise())
    clock.advance(20 * MINUTE)
    yield session, clock
    session.close()


@pytest.fixture
def asked(tmp_path):
    """Graduated Steps with its first decision open, seen in plenary."""
    session, clock = begin(tmp_path)
    play(session, clock, lambda step: step.doing == "record")
    yield session, clock
    session.close()
