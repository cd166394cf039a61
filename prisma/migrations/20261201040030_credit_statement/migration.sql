-- Serves the statement of an organization: the newest lines that changed what it owes, among all that shops asked.
CREATE INDEX credit_entry_of_balance ON commerce.credit_entry (credit_id, seq DESC) WHERE balance <> 0;
