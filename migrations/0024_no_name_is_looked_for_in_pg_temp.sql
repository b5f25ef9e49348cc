-- Where it is not named, the schema of temporary things is looked through first: who may make a temporary table could
-- stand one in the place of a catalog, and a function of the owner would read it.

alter function make_event_partitions(bigint) set search_path = pg_catalog, public, pg_temp;
alter function hold_log() set search_path = pg_catalog, public, pg_temp;
alter function journal.make_month(timestamptz) set search_path = pg_catalog, journal, pg_temp;
alter function journal.last_visit(uuid, uuid, timestamptz) set search_path = pg_catalog, journal, pg_temp;
alter function journal.readings_of(uuid, timestamptz, text, bigint)
    set search_path = pg_catalog, journal, pg_temp;
alter function journal.kept_since() set search_path = pg_catalog, journal, pg_temp;
