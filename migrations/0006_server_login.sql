-- The program signs in as its own role where it can, so that no statement gives it back the rights of the owner.
-- A role without a password signs in only where the server trusts the socket, as a private cluster does.
do $$
begin
    alter role trame_server login;
exception
    when insufficient_privilege then
        raise notice 'trame_server was not given a login: the role was made by somebody else';
end
$$;
