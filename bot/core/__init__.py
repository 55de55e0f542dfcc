"""What a conversation is, without side effects: no files, no clock, no network, no logging, no await."""
