"""The ways that people reach Signpost: Telegram, the web page and the terminal, all with one engine behind them."""
