"""Settings, recommended extensions and snippets for VS Code, so that it helps with the content without set-up."""

from typing import Any

from bot.core.library import Library
from bot.editor.schemas.choices import choices
from bot.editor.schemas.kinds import file_kinds
from bot.editor.schemas.lines import WIDEST
from bot.editor.schemas.snippets import snippets

EXTENSIONS = ("redhat.vscode-yaml",)


def settings(library: Library) -> dict[str, Any]:
    """Return the settings of the workspace.

    Args:
        library: content, whose themes are the folders of the entries.
    """
    return {
        "yaml.schemas": {f"./schemas/{kind.kind}.json": list(kind.globs) for kind in file_kinds(library)},
        "yaml.schemaStore.enable": False,
        "yaml.yamlVersion": "1.2",
        "yaml.customTags": [],
        "yaml.keyOrdering": False,
        "yaml.disableDefaultProperties": True,
        "yaml.format.enable": True,
        "yaml.format.bracketSpacing": False,
        "yaml.format.singleQuote": False,
        "yaml.format.proseWrap": "preserve",
        "yaml.format.printWidth": WIDEST * 10,
        "[yaml]": {
            "editor.tabSize": 2,
            "editor.insertSpaces": True,
            "editor.detectIndentation": False,
            "editor.formatOnSave": False,
            "editor.wordWrap": "on",
            "editor.rulers": [WIDEST],
            "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
            "editor.unicodeHighlight.ambiguousCharacters": True,
            "editor.renderWhitespace": "boundary",
        },
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "files.trimFinalNewlines": True,
    }


def files(library: Library) -> dict[str, Any]:
    """Return what stands in the folder .vscode, by file.

    Args:
        library: content with its drafts, whose ids a snippet offers.
    """
    return {
        ".vscode/settings.json": settings(library),
        ".vscode/extensions.json": {"recommendations": list(EXTENSIONS)},
        ".vscode/signpost.code-snippets": {
            name: {"prefix": name.replace(" ", "-"), **snippet} for name, snippet in snippets(choices(library)).items()
        },
    }
