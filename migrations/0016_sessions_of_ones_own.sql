-- A session has a name by which its owner sees and ends it, and says on what it was opened.

alter table session add column id uuid not null unique default gen_random_uuid();
alter table session add column browser text not null default 'other';
alter table session add column system text not null default 'other';
comment on column session.id is 'Its name for its owner: it opens nothing.';
comment on column session.browser is 'The browser as it called itself, as one of a closed list.';
comment on column session.system is 'The system as the browser called it, as one of a closed list.';
