//! What is handed to the database is a constant, or made of constants only: no word of anybody can become a statement.
//! Values travel beside it. The few texts that are put together are named here, each with what it is made of.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result, anyhow};
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{ImplItemFn, Item};

use super::texts::gather;

mod calls;
mod constants;

/// The rooms whose statements are looked at: all that the program is made of. Proofs, tests and their kit make and drop
/// databases of their own.
const ROOMS: &[&str] = &[
    "backend/src",
    "crates/checkpoints/src",
    "crates/contents/src",
    "crates/event_store/src",
    "crates/identity/src",
    "crates/journal/src",
    "crates/keyring/src",
    "crates/projections/src",
];

/// Texts that are put together: the file, how what is handed over begins, and what it is made of.
const PUT_TOGETHER: &[(&str, &str, &str)] = &[
    (
        "backend/src/cli/bench/limits.rs",
        "streams",
        "no statement: what is copied into a bare table, by a method of the same name",
    ),
    (
        "backend/src/app/territory.rs",
        "| _ | { }",
        "no statement: views are made ready by a function of the same name",
    ),
    (
        "crates/event_store/src/database.rs",
        "& format ! (\"create database",
        "the name of a database, quoted; asked by who runs the program, tests and proofs",
    ),
    (
        "crates/event_store/src/database.rs",
        "& format ! (\"drop database",
        "the name of a database, quoted; asked by tests and measurements",
    ),
    (
        "crates/event_store/src/replay.rs",
        "& copy",
        "constants and two positions, which are numbers: COPY takes no parameters",
    ),
    (
        "crates/event_store/src/sequencer/session.rs",
        "& text",
        "constants of `sequencer/sql.rs`, chosen by what a batch holds",
    ),
    (
        "crates/event_store/src/sequencer/session.rs",
        "statement",
        "one of those that were prepared from them",
    ),
    (
        "crates/event_store/src/signal.rs",
        "& telling",
        "one of a pair of statements that a function beside it prepares from constants",
    ),
    (
        "crates/keyring/src/news.rs",
        "& format ! (\"listen",
        "the constant name of a channel, which takes no parameter",
    ),
    (
        "crates/projections/src/check.rs",
        "& format ! (\"select position from",
        "the constant name of a view",
    ),
    (
        "crates/projections/src/check.rs",
        "& sql",
        "the names of a view, of its tables and of their keys, from the catalogue of the database",
    ),
    (
        "crates/projections/src/schema.rs",
        "& format ! (\"create schema",
        "the constant name of a view and the constant tables of it",
    ),
    (
        "crates/projections/src/schema.rs",
        "& format ! (\"drop schema",
        "the constant name of a view",
    ),
    (
        "crates/projections/src/schema.rs",
        "& format ! (\"alter schema",
        "the constant name of a view",
    ),
    (
        "crates/projections/src/support_case/names.rs",
        "& format ! (\"select least",
        "the constant names of three views",
    ),
    (
        "crates/projections/src/writer.rs",
        "& pass",
        "a statement that a function beside it prepares from a constant, once",
    ),
    (
        "crates/projections/src/writer.rs",
        "& format ! (\"set search_path",
        "the constant name of a view",
    ),
];

/// Every statement that is no constant.
pub(crate) fn check(root: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for room in ROOMS {
        gather(&root.join(room), &mut files)?;
    }
    files.sort();
    let (mut found, mut met) = (Vec::new(), BTreeSet::new());
    for file in files {
        let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        let name = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().into_owned();
        for made in made(&text).with_context(|| format!("reading {name}"))? {
            if let Some(known) = PUT_TOGETHER
                .iter()
                .find(|(of, how, _)| *of == name && made.starts_with(how))
            {
                met.insert(*known);
            } else {
                found.push(format!(
                    "{name} hands over `{made}` as a statement, which is no constant"
                ));
            }
        }
    }
    let gone = PUT_TOGETHER.iter().filter(|known| !met.contains(*known));
    found.extend(gone.map(|(file, how, _)| format!("{file} no longer hands over `{how}`: take it out of the list")));
    Ok(found)
}

/// What a source hands over as a statement and is not seen to be a constant.
fn made(text: &str) -> Result<Vec<String>> {
    let file = syn::parse_file(text).map_err(|fault| anyhow!("{fault}"))?;
    let mut found = Vec::new();
    in_items(&file.items, &kept(text), &mut found);
    Ok(found)
}

/// The fields that hold a constant or a statement that was prepared from one.
fn kept(text: &str) -> BTreeSet<String> {
    let field = |line: &str| {
        let (name, kind) = line.trim().trim_end_matches(',').split_once(": ")?;
        let name = name.rsplit(' ').next()?;
        ["Statement", "&'static str"].contains(&kind).then(|| name.to_owned())
    };
    text.lines().filter_map(field).collect()
}

fn in_items(items: &[Item], kept: &BTreeSet<String>, found: &mut Vec<String>) {
    for item in items {
        if let Item::Impl(its) = item {
            its.items
                .iter()
                .for_each(|inner| in_one(&inner.to_token_stream(), kept, found));
        } else if let Item::Trait(its) = item {
            its.items
                .iter()
                .for_each(|inner| in_one(&inner.to_token_stream(), kept, found));
        } else if let Item::Mod(inner) = item {
            let tested = inner.attrs.iter().any(|attribute| {
                attribute.path().is_ident("cfg") && constants::names(&attribute.to_token_stream()).contains("test")
            });
            let items = inner.content.as_ref().filter(|_| !tested);
            in_items(items.map_or(&[], |(_, items)| items), kept, found);
        } else {
            in_one(&item.to_token_stream(), kept, found);
        }
    }
}

/// In a function, or in what is none: there, only what is a constant by itself is seen to be one.
fn in_one(tokens: &TokenStream, kept: &BTreeSet<String>, found: &mut Vec<String>) {
    let function: Option<ImplItemFn> = syn::parse2(tokens.clone()).ok();
    if let Some(function) = &function
        && function.sig.ident == constants::PREPARED
        && !constants::names(&function.sig.output.to_token_stream()).contains("Statement")
    {
        found.push(said(&function.sig.to_token_stream()));
    }
    for argument in calls::handed_over(tokens) {
        if !constants::is_constant(&argument, function.as_ref(), kept) {
            found.push(said(&argument));
        }
    }
}

/// An argument as it stands, without its spaces but those between words.
fn said(argument: &TokenStream) -> String {
    argument.to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::made;

    fn found(body: &str) -> Vec<String> {
        made(&format!("const LOCK: &str = \"select 1\";\nstruct S {{\n    kept: Statement,\n    sql: &'static str,\n}}\nimpl S {{ async fn ask(&self, whole: &'static str, word: &str) {{ {body} }} }}")).unwrap()
    }

    #[test]
    fn a_constant_may_be_handed_over_and_values_beside_it() {
        for body in [
            "client.query(LOCK, &[&word]).await;",
            "client.query(sql::LOCK, &[&word]).await;",
            "client.execute(\"delete from a where b = $1\", &[&word]).await;",
            "client.query(&client.prepare_cached(LOCK).await?, &[]).await;",
            "let statement = client.prepare(LOCK).await?; client.query(&statement, &[&word]).await;",
            "let sql = if word.is_empty() { LOCK } else { \"select 2\" }; client.query(sql, &[]).await;",
            "for end in [LOCK, sql::END] { client.execute(end, &[&word]).await; }",
            "client.execute(&self.kept, &[]).await; client.execute(self.sql, &[]).await; client.execute(whole, &[]).await;",
            "let sql = concat!(\"select 1\", LOCK); client.query(sql, &[]).await;",
            "for end in [LOCK] { client.execute(end, &[&word.to_owned()]).await.map_err(Fault::from)?; }",
            "let both = |(first, second): (&'static str, &'static str)| client.query(second, &[]);",
            "tokio::try_join!(client.query(LOCK, &[]), client.query(&self.kept, &[&word]));",
            "let sql; if word.is_empty() { sql = LOCK; } else { sql = sql::END; } client.query(sql, &[]).await;",
            "let (sql, with) = match word { \"\" => (LOCK, vec![]), _ => (sql::END, vec![word]) }; client.query(sql, &with);",
            "let kept = self.driver.run(client.prepare(LOCK)).await?; client.query(&kept, &[]).await;",
            "client.execute(statement(prepared, self.sql)?, &[]).await;",
            "let statement = statement(prepared, self.sql).inspect_err(|_| word.clear())?; client.execute_raw(statement, &[]).await;",
            "let mut sink = pin!(client.copy_in::<_, Bytes>(LOCK).await?);",
            "Client::query(&client, LOCK, &[&word]).await;",
            "tokio::try_join!(biased; client.query(&self.kept, &[]), client.query(whole, &[]))?;",
        ] {
            assert_eq!(found(body), Vec::<String>::new(), "{body}");
        }
    }

    #[test]
    fn a_statement_that_somebodys_word_could_reach_is_named() {
        for (body, named) in [
            ("client.query(word, &[]).await;", "word"),
            (
                "client.query(&format!(\"select {word}\"), &[]).await;",
                "& format ! (\"select {word}\")",
            ),
            (
                "let sql = format!(\"select {word}\"); client.query(&sql, &[]).await;",
                "& sql",
            ),
            (
                "let sql = [LOCK, word].join(\" \"); client.query(sql, &[]).await;",
                "sql",
            ),
            ("tokio::join!(client.query(word, &[]));", "word"),
            ("client.execute(self.word, &[]).await;", "self . word"),
            (
                "let sql = LOCK; let sql = sql.replace(\"1\", word); client.batch_execute(sql).await;",
                "sql",
            ),
            (
                "let sql = if word.is_empty() { LOCK } else { word }; client.query(sql, &[]).await;",
                "sql",
            ),
            ("for sql in [LOCK, word] { client.execute(sql, &[]).await; }", "sql"),
            (
                "let (sql, with) = (word, LOCK); client.query(sql, &[&with]).await;",
                "sql",
            ),
            (
                "let statement = client.prepare(LOCK).await?; client.query(&format!(\"{} {}\", statement, word), &[]).await;",
                "& format ! (\"{} {}\" , statement , word)",
            ),
            ("client.query(&prepared(word), &[]).await;", "& prepared (word)"),
            ("let mut sql = LOCK; sql = word; client.query(sql, &[]).await;", "sql"),
            (
                "let (mut sql, mut with) = (LOCK, LOCK); (sql, with) = (word, LOCK); client.query(sql, &[&with]).await;",
                "sql",
            ),
            (
                "let sql = LOCK; match word { sql => client.query(sql, &[]).await };",
                "sql",
            ),
            ("let sql = LOCK; words.map(|sql| client.query(sql, &[]));", "sql"),
            ("let sql = LOCK; words.map(|id, sql| client.query(sql, &[]));", "sql"),
            (
                "let sql = LOCK; match word { Some(sql) if sql.is_empty() => client.query(sql, &[]).await };",
                "sql",
            ),
            (
                "let mut sql = LOCK; swap(&mut sql, word); client.query(sql, &[]).await;",
                "sql",
            ),
            (
                "let sql = LOCK; tokio::select! { sql = word => client.query(sql, &[]) };",
                "sql",
            ),
            ("client.query::<str>(word, &[]).await;", "word"),
            (
                "let sql = 'one: { if word.is_empty() { break 'one word; } LOCK }; client.query(sql, &[]).await;",
                "sql",
            ),
            (
                "let statement = |it| word; client.query(statement(1), &[]).await;",
                "statement (1)",
            ),
            ("client.copy_in::<_, Bytes>(word).await;", "word"),
            ("Client::query(&client, word, &[]).await;", "word"),
            ("client.savepoint(word).await;", "word"),
            ("client.query_one_scalar(word, &[]).await;", "word"),
            ("client.simple_query_raw(word).await;", "word"),
        ] {
            assert_eq!(found(body), [named], "{body}");
        }
    }

    #[test]
    fn what_stands_in_no_function_of_its_own_is_looked_at_too() {
        for (source, named) in [
            (
                "trait Ask { async fn ask(&self, word: &str) { self.client().query(word, &[]).await; } }",
                "word",
            ),
            (
                "macro_rules! ask { ($sql:expr) => { client.query($sql, &[]) } }",
                "$ sql",
            ),
            (
                "#[cfg(feature = \"more\")] mod more { fn ask(word: &str) { client.query(word, &[]); } }",
                "word",
            ),
            (
                "fn statement(word: &str) -> String { word.to_owned() }",
                "fn statement (word : & str) -> String",
            ),
        ] {
            assert_eq!(made(source).unwrap(), [named], "{source}");
        }
        let tested = "#[cfg(test)] mod tests { fn ask(word: &str) { client.query(word, &[]); } }";
        assert_eq!(made(tested).unwrap(), Vec::<String>::new());
    }
}
