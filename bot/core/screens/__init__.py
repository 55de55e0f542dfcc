"""The screens: a position drawn as a reply. Each screen is declared in the module that draws it."""
