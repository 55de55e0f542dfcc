"""Safe automatic fixes of content files, for ``signpost check --fix``: the result always means the same."""
