"""From content without a number to format 1: vocabulary.yaml says for whom somebody may sign words off."""

from collections.abc import Mapping

from bot.content.nodes import Fields
from bot.content.reading import read

VOCABULARY = "guidance/vocabulary.yaml"
_ROLES = """sign_off_roles:
  specialist-service: A specialist service
  lived-experience: A person with lived experience
  safeguarding: A lead for adult or child protection
  health: A health professional
  housing: A housing professional
  legal: A lawyer or an advice service
  partner: Another partner
"""


def migrated(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the content with a list of roles at the end of its closed lists, unless it has one.

    Args:
        files: the content by its paths.
    """
    lists = files.get(VOCABULARY)
    if lists is None:
        return files
    root = read(lists).root
    if isinstance(root, Fields) and "sign_off_roles" in root.fields:
        return files
    end = b"\r\n" if b"\r\n" in lists else b"\n"
    before = lists if lists.endswith(b"\n") else lists + end
    return {**files, VOCABULARY: before + _ROLES.encode().replace(b"\n", end)}
