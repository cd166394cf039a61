-- Serves the filter "In stage" over all opportunities.
CREATE INDEX opportunity_by_stage_entry ON sales.opportunity (stage_entered_at);
