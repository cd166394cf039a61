-- Several leads may be qualified into one opportunity; closing it decides all of their prospects. The plain index on opportunity_id serves those who ask for them.
DROP INDEX sales.lead_of_opportunity;
