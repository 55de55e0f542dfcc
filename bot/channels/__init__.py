"""The ways people reach Signpost: Telegram, the web page, the terminal. One engine behind all of them."""
