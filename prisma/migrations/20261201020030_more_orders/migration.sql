-- More orders of the lists of Sales. Each index serves one order in every view, in both directions; those of the hours of closing and of the
-- stage serve the filters by them and the dashboard as before.

CREATE INDEX opportunity_by_status_word ON sales.opportunity (status_reason, id);
CREATE INDEX opportunity_by_stage ON sales.opportunity (stage, id);
CREATE INDEX opportunity_by_probability ON sales.opportunity (probability, id);
CREATE INDEX opportunity_by_owner_name ON sales.opportunity (owner_name, id);
DROP INDEX sales.opportunity_by_stage_entry;
CREATE INDEX opportunity_by_stage_entry ON sales.opportunity (stage_entered_at, id);
DROP INDEX sales.opportunity_by_close_hour;
CREATE INDEX opportunity_by_close_hour ON sales.opportunity (closed_at, id);

DROP INDEX sales.lead_by_close;
CREATE INDEX lead_by_close ON sales.lead (closed_at, id);

CREATE INDEX account_by_country ON sales.account (country, id);
CREATE INDEX account_by_owner_name ON sales.account (owner_name, id);
CREATE INDEX contact_by_owner_name ON sales.contact (owner_name, id);
