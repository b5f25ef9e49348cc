create table document_piece (
    document uuid primary key,
    support_case uuid not null,
    person uuid,
    kind text not null,
    domain text,
    asked_at timestamptz,
    due_on date,
    deposited_at timestamptz,
    valid_until date,
    withdrawn_at timestamptz
);
comment on table document_piece is 'One row per document that was asked for or deposited, as it stands.';
comment on column document_piece.person is 'Whom it is about; null when it is about all who live together.';
comment on column document_piece.valid_until is 'The last day on which it is good; null when it does not end.';
create index document_piece_of_case on document_piece (support_case);
create index document_piece_of_person on document_piece (person, kind) where person is not null;
