-- What documents hold, sealed in chunks under the key of whom they are about.

create table document_content (
    content uuid primary key,
    document uuid not null,
    begun_at timestamptz not null default now(),
    settled_at timestamptz
);
comment on table document_content is 'One row per deposit. It comes before the event that names it; what no event came to name is thrown away.';
comment on column document_content.document is 'The stream in which that event stands.';
comment on column document_content.settled_at is 'Since when an event is known to name it; until then it may have been left behind.';
create index document_content_unsettled on document_content (begun_at) where settled_at is null;

create table document_chunk (
    content uuid not null references document_content (content) on delete cascade,
    place integer not null check (place >= 0),
    sealed bytea not null,
    primary key (content, place)
);
comment on table document_chunk is 'Its bytes in order. Each chunk is bound to its place, and the last says that it is.';
-- Sealed bytes do not grow smaller.
alter table document_chunk alter column sealed set storage external;

grant select, insert, update, delete on document_content to trame_server;
grant select, insert, delete on document_chunk to trame_server;
