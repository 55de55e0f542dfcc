"""What a mistyped command says."""

from click.testing import CliRunner

from bot.__main__ import main


def test_a_mistyped_command_is_answered_with_the_one_that_was_meant() -> None:
    told = CliRunner().invoke(main, ["doctr"])
    assert told.exit_code == 2
    assert "No such command 'doctr'. Did you mean 'doctor'?" in told.output


def test_a_word_like_no_command_is_answered_without_a_guess() -> None:
    told = CliRunner().invoke(main, ["zzz"])
    assert told.exit_code == 2
    assert told.output.endswith("Error: No such command 'zzz'.\n")
