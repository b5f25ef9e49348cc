-- The version of a stream is that of its newest event: kept in one place, so that an append writes one row less.

alter table stream drop column version;
comment on table stream is 'Which capability each stream belongs to; its version is that of its newest event.';
revoke update on stream from trame_server;
