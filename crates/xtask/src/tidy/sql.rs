//! What is handed to the database is a constant, or made of constants only: no word of anybody can become a statement.
//! Values travel beside it. The few texts that are put together are named here, each with what it is made of.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result, anyhow};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{ImplItem, Item};

use super::texts::gather;

/// The rooms whose statements are looked at: all that the program is made of. Proofs, tests and their kit make and drop
/// databases of their own.
const ROOMS: &[&str] = &[
    "backend/src",
    "crates/checkpoints/src",
    "crates/event_store/src",
    "crates/identity/src",
    "crates/journal/src",
    "crates/keyring/src",
    "crates/projections/src",
];

/// What takes a statement as its first argument.
const TAKING: &[&str] = &[
    "query",
    "query_one",
    "query_opt",
    "query_raw",
    "query_typed",
    "query_typed_raw",
    "execute",
    "execute_raw",
    "execute_typed",
    "batch_execute",
    "simple_query",
    "prepare",
    "prepare_cached",
    "prepare_typed",
    "prepare_typed_cached",
    "copy_in",
    "copy_out",
];

/// What makes a text out of others.
const MAKING: &[&str] = &[
    "format",
    "String",
    "to_owned",
    "to_string",
    "push_str",
    "push",
    "replace",
    "join",
    "collect",
    "write",
    "from",
    "into",
];

/// Texts that are put together: the file, how what is handed over begins, and what it is made of.
const PUT_TOGETHER: &[(&str, &str, &str)] = &[
    (
        "backend/src/cli/bench/limits.rs",
        "streams",
        "no statement: what is copied into a bare table, by a method of the same name",
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
        if let Item::Fn(function) = item {
            in_function(&function.to_token_stream(), kept, found);
        } else if let Item::Impl(its) = item {
            for method in &its.items {
                if let ImplItem::Fn(method) = method {
                    in_function(&method.to_token_stream(), kept, found);
                }
            }
        } else if let Item::Mod(inner) = item {
            let tested = inner.attrs.iter().any(|attribute| attribute.path().is_ident("cfg"));
            let items = inner.content.as_ref().filter(|_| !tested);
            in_items(items.map_or(&[], |(_, items)| items), kept, found);
        }
    }
}

fn in_function(function: &TokenStream, kept: &BTreeSet<String>, found: &mut Vec<String>) {
    for argument in handed_over(function) {
        if !is_constant(&argument, function, kept) {
            found.push(said(&argument));
        }
    }
}

/// The first argument of each call that takes a statement.
fn handed_over(tokens: &TokenStream) -> Vec<Vec<TokenTree>> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut found = Vec::new();
    for window in tokens.windows(3) {
        if let [
            TokenTree::Punct(dot),
            TokenTree::Ident(name),
            TokenTree::Group(arguments),
        ] = window
            && dot.as_char() == '.'
            && TAKING.contains(&name.to_string().as_str())
        {
            let first: Vec<TokenTree> = arguments
                .stream()
                .into_iter()
                .take_while(|token| !is(token, ','))
                .collect();
            found.extend((!first.is_empty()).then_some(first));
        }
    }
    for token in &tokens {
        if let TokenTree::Group(group) = token {
            found.extend(handed_over(&group.stream()));
        }
    }
    found
}

fn is_constant(argument: &[TokenTree], function: &TokenStream, kept: &BTreeSet<String>) -> bool {
    let argument = match argument {
        [first, rest @ ..] if is(first, '&') => rest,
        whole => whole,
    };
    match argument {
        [TokenTree::Literal(_)] => true,
        [TokenTree::Ident(name)] => is_name(&name.to_string()) || is_bound(&name.to_string(), function),
        [.., TokenTree::Punct(sign), TokenTree::Ident(name)] => {
            let name = name.to_string();
            (sign.as_char() == ':' && is_name(&name)) || (sign.as_char() == '.' && kept.contains(&name))
        }
        // What is prepared here is looked at where it is prepared.
        _ => names(argument).iter().any(|name| is_prepared(name)),
    }
}

/// Whether a name is that of what prepares a statement.
fn is_prepared(name: &str) -> bool {
    name.starts_with("prepare") || name == "statement"
}

/// Whether a name is that of a constant.
fn is_name(name: &str) -> bool {
    name.chars()
        .all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit() || sign == '_')
}

/// Whether all that a name stands for in a function is made of constants alone.
fn is_bound(name: &str, function: &TokenStream) -> bool {
    let mut bound = Vec::new();
    bindings(name, function, &mut bound);
    !bound.is_empty() && bound.iter().all(|of| is_made_of_constants(of))
}

/// What a name is bound to: by `let`, by `for`, or as an argument by its type.
fn bindings(name: &str, tokens: &TokenStream, found: &mut Vec<Vec<TokenTree>>) {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let after = tokens.get(at.saturating_add(1)..).unwrap_or_default();
        match token {
            TokenTree::Ident(word) if *word == "let" || *word == "for" => {
                let ends =
                    |token: &TokenTree| is(token, '=') || matches!(token, TokenTree::Ident(word) if *word == "in");
                let pattern: Vec<TokenTree> = after.iter().take_while(|token| !ends(token)).cloned().collect();
                if names(&pattern).contains(name) {
                    let stands = after.iter().skip(pattern.len().saturating_add(1));
                    let is_over = |token: &&TokenTree| is(token, ';') || (*word == "for" && is_block(token));
                    found.push(stands.take_while(|token| !is_over(token)).cloned().collect());
                }
            }
            TokenTree::Ident(word) if *word == name && after.first().is_some_and(|sign| is(sign, ':')) => {
                // A path (`name::…`) is no binding.
                if !after.get(1).is_some_and(|sign| is(sign, ':')) {
                    found.push(
                        after
                            .iter()
                            .skip(1)
                            .take_while(|token| !is(token, ','))
                            .cloned()
                            .collect(),
                    );
                }
            }
            TokenTree::Group(group) => {
                let parts: Vec<TokenTree> = group.stream().into_iter().collect();
                // Several arguments in one: `(first, second): (&'static str, &'static str)`.
                if after.first().is_some_and(|sign| is(sign, ':')) && names(&parts).contains(name) {
                    found.push(after.iter().skip(1).take(1).cloned().collect());
                }
                bindings(name, &group.stream(), found);
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Whether what is bound is a constant, or a choice among constants; or a type that only such texts have.
fn is_made_of_constants(bound: &[TokenTree]) -> bool {
    let names = names(bound);
    if names.iter().any(|name| is_prepared(name)) || said(bound).contains("'static str") || names.contains("Statement")
    {
        return true;
    }
    let holds = names.iter().any(|name| is_name(name)) || has_literal(bound);
    // `concat!` joins constants, a method of that name whatever there is.
    holds && !said(bound).contains(". concat") && !names.iter().any(|name| MAKING.contains(&name.as_str()))
}

fn has_literal(tokens: &[TokenTree]) -> bool {
    tokens.iter().any(|token| match token {
        TokenTree::Literal(literal) => literal.to_string().contains('"'),
        TokenTree::Group(group) => has_literal(&group.stream().into_iter().collect::<Vec<_>>()),
        TokenTree::Ident(_) | TokenTree::Punct(_) => false,
    })
}

fn names(tokens: &[TokenTree]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for token in tokens {
        match token {
            TokenTree::Ident(name) => drop(found.insert(name.to_string())),
            TokenTree::Group(group) => found.extend(names(&group.stream().into_iter().collect::<Vec<_>>())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    found
}

fn is_block(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

fn is(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(its) if its.as_char() == sign)
}

/// An argument as it stands, without its spaces but those between words.
fn said(argument: &[TokenTree]) -> String {
    let tokens: TokenStream = argument.iter().cloned().collect();
    tokens
        .to_string()
        .replace('\n', " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
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
        ] {
            assert_eq!(found(body), [named], "{body}");
        }
    }
}
