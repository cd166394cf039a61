-- A table of a few sums that once counted a million leads keeps its pages; the sums are read from this index, which does not.
CREATE INDEX "timer_tally_owner_id_timer_state_n_idx" ON "sales"."timer_tally"("owner_id", "timer", "state", "n");
