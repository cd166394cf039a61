-- Indexes of the workspace's lists: one an order that a head offers, one a lane of a board or a group, newest first.

-- Serve the orders by source and by value.
CREATE INDEX lead_by_source ON sales.lead (source, id);
CREATE INDEX lead_by_value ON sales.lead (estimated_value, id);

-- Serve lanes and groups of leads by rating, source and country, and the filters by them; by status and owner there are some already.
CREATE INDEX lead_rated_newest ON sales.lead (rating, created_at DESC, id DESC);
CREATE INDEX lead_sourced_newest ON sales.lead (source, created_at DESC, id DESC);
CREATE INDEX lead_in_country_newest ON sales.lead (country, created_at DESC, id DESC);
CREATE INDEX lead_unassigned_newest ON sales.lead (created_at DESC, id DESC) WHERE owner_id IS NULL;

-- Serve lanes and groups of opportunities.
CREATE INDEX opportunity_staged_newest ON sales.opportunity (stage, created_at DESC, id DESC);
CREATE INDEX opportunity_by_reason_newest ON sales.opportunity (status_reason, created_at DESC, id DESC);
CREATE INDEX opportunity_owned_newest ON sales.opportunity (owner_id, created_at DESC, id DESC);
CREATE INDEX opportunity_rated_newest ON sales.opportunity (rating, created_at DESC, id DESC);

-- Serve groups of accounts, contacts and prospects.
CREATE INDEX account_in_country ON sales.account (country, name_key, id);
CREATE INDEX account_owned ON sales.account (owner_id, name_key, id);
CREATE INDEX contact_owned ON sales.contact (owner_id, last_name, id);
CREATE INDEX prospect_in_country_newest ON commerce.prospect (country, submitted_at DESC, id DESC);
