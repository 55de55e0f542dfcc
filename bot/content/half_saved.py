"""A file that ends in the middle: everything after some field is missing."""

from collections.abc import Sequence

from bot.content.nodes import Fields, Items, Node, Text

_LEAST = 3  # fields missing at the end; one or two were more likely forgotten


def end_of_half(node: Fields, order: Sequence[str], missing: Sequence[str]) -> tuple[Text, str] | None:
    """Return the last thing a half-saved file holds and what to say of it; None where it is no half.

    Args:
        node: what the file holds.
        order: the names of all its fields, in the order in which files write them.
        missing: those that must be there and are not.
    """
    written = [name for name in node.fields if name in order]
    if len(missing) < _LEAST or not written:
        return None
    last = written[-1]
    if any(order.index(name) < order.index(last) for name in missing):
        return None
    names = ", ".join(f'"{name}"' for name in missing[:-1]) + f' and "{missing[-1]}"'
    message = f'the file ends in "{last}", without {names}; take the rest from its last good version, or write it'
    return _last(node), message


def _last(node: Node) -> Text:
    if isinstance(node, Fields) and node.fields:
        key, value = list(node.fields.values())[-1]
        return max(key, _last(value), key=lambda text: text.line)
    if isinstance(node, Items) and node.items:
        return _last(node.items[-1])
    return Text("", node.line, node.column)
