create table erasure_tombstone (
    kind text not null,
    subject uuid not null,
    position bigint not null,
    primary key (kind, subject)
);
comment on table erasure_tombstone is 'Whose keys two persons agreed to destroy: opaque ids only.';
comment on column erasure_tombstone.kind is 'person, worker, support_case or text.';
comment on column erasure_tombstone.position is 'The first event that said so.';
