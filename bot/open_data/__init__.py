"""The directory as open data: out as Open Referral UK, schema.org and tables; in as drafts that are never live."""
