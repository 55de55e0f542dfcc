"""The directory as open data: exported as Open Referral UK, schema.org and tables; imported as drafts, never live."""
