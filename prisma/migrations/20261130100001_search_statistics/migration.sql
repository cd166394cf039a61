-- How common a word is in the texts that are searched, PostgreSQL guesses from so many samples of them: a hundred by default, among which a name that one in
-- fifty has is often missed. It then believes it rare, and fetches and sorts twenty thousand rows instead of walking along the order.
ALTER TABLE sales.lead ALTER COLUMN search_text SET STATISTICS 1000;
ALTER TABLE sales.opportunity ALTER COLUMN search_text SET STATISTICS 1000;
ALTER TABLE sales.account ALTER COLUMN search_text SET STATISTICS 1000;
ALTER TABLE sales.contact ALTER COLUMN search_text SET STATISTICS 1000;
ALTER TABLE commerce.prospect ALTER COLUMN search_text SET STATISTICS 1000;
ALTER TABLE commerce.customer ALTER COLUMN search_text SET STATISTICS 1000;
ALTER INDEX sales.lead_told ALTER COLUMN 1 SET STATISTICS 1000;
ALTER INDEX sales.account_told ALTER COLUMN 1 SET STATISTICS 1000;
ALTER INDEX commerce.prospect_told ALTER COLUMN 1 SET STATISTICS 1000;
ANALYZE sales.lead, sales.opportunity, sales.account, sales.contact, commerce.prospect, commerce.customer;
