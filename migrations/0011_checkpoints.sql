-- Checkpoints: what the log has said of itself and cannot take back. Written behind the log, never in its way.

create table checkpoint_key (
    single boolean primary key default true check (single),
    origin text not null,
    public_key bytea not null check (length(public_key) = 32),
    made_at timestamptz not null default now()
);
comment on table checkpoint_key is 'Under which name and with which key this log signs; the key itself lies in the keys folder.';

create table log_checkpoint (
    size bigint primary key check (size > 0),
    root bytea not null check (length(root) = 32),
    signature bytea not null check (length(signature) = 64),
    at timestamptz not null
);
comment on table log_checkpoint is 'The root of the Merkle tree over the first events of the log, signed, for ever.';
comment on column log_checkpoint.size is 'How many events: positions 1 to this one.';
comment on column log_checkpoint.signature is 'Ed25519 over the three lines of a checkpoint (C2SP tlog-checkpoint).';

create table log_tile (
    level smallint not null,
    number bigint not null,
    root bytea not null check (length(root) = 32),
    primary key (level, number)
);
comment on table log_tile is 'The roots of full tiles of 256 hashes, so that a proof reads a few hundred rows of a log of any length.';
comment on column log_tile.level is '0 for tiles over events, 1 for tiles over tiles of level 0, and so on.';
comment on column log_tile.number is 'How many of the same level stand before it.';

create table witness (
    name text primary key,
    token bytea not null unique,
    admitted_at timestamptz not null default now(),
    dismissed_at timestamptz
);
comment on table witness is 'Who may ask for checkpoints and proofs without an account. They show hashes and sizes only.';
comment on column witness.token is 'SHA-256 of the token: the token itself is only with the witness.';

create trigger checkpoint_key_is_kept before update or delete on checkpoint_key
    for each row execute function refuse_change();
create trigger log_checkpoint_is_append_only before update or delete on log_checkpoint
    for each row execute function refuse_change();
create trigger log_checkpoint_is_never_emptied before truncate on log_checkpoint
    for each statement execute function refuse_change();
create trigger log_tile_is_append_only before update or delete on log_tile
    for each row execute function refuse_change();
create trigger log_tile_is_never_emptied before truncate on log_tile
    for each statement execute function refuse_change();

grant select, insert on checkpoint_key, log_checkpoint, log_tile to trame_server;
grant select, insert, update on witness to trame_server;
