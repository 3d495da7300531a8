-- How many rows a run got through one by one, and how many milliseconds that took: what the forecast counts with. Whole
-- partitions that went at once are in neither figure's meaning; empty where nobody measured.
ALTER TABLE retention_run ADD COLUMN went bigint;
ALTER TABLE retention_run ADD COLUMN took bigint;
