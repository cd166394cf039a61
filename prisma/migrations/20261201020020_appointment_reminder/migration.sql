-- Appointments remind whoever wrote them down, as tasks remind whom they are for.

ALTER TABLE sales.activity
  DROP CONSTRAINT activity_only_tasks_are_due_and_done,
  ADD CONSTRAINT activity_only_tasks_are_due_and_done CHECK (
    kind::text = 'task' OR num_nonnulls(due_at, done_at, done_by_id, done_by_name) = 0),
  ADD CONSTRAINT activity_only_what_lies_ahead_reminds CHECK (
    kind::text IN ('task', 'appointment') OR num_nonnulls(remind_at, reminded_at) = 0);
