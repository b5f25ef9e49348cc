//! The client's sources as a net: each thing that is defined, and what it names. The compiler cuts the client into pieces
//! along the same net; this one may name too much (a variable called as a function is), never too little.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result, anyhow};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{ImplItem, Item, ItemFn, ItemImpl, UseTree};

use crate::tidy::texts::gather;

/// A path from the root of a crate, or from outside of it.
pub(super) type Name = Vec<String>;

/// A function, a type with all it does, a constant.
#[derive(Default)]
struct Thing {
    /// What stands between quotes in it.
    quoted: BTreeSet<String>,
    /// The piece of the client that begins here, when one does.
    piece: Option<String>,
    /// The module in which it stands.
    module: Name,
    /// The paths that it names, as written.
    paths: BTreeSet<Name>,
    /// What it asks of something by a dot: fields and methods.
    asked: BTreeSet<String>,
    /// Whether it comes only when something asks it of its type by its name.
    when_asked: bool,
}

/// All that the client is made of.
#[derive(Default)]
pub(super) struct Sources {
    things: BTreeMap<Name, Thing>,
    /// What each module calls by a name of its own; every module has a row.
    uses: BTreeMap<Name, BTreeMap<String, Name>>,
}

impl Sources {
    /// Reads a folder of sources, whose `main.rs` is the root.
    pub(super) fn read(folder: &Path) -> Result<Self> {
        let mut files = Vec::new();
        gather(folder, &mut files)?;
        let mut sources = Self::default();
        for file in files {
            let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
            let within = file.strip_prefix(folder).unwrap_or(&file).with_extension("");
            let mut module = vec!["crate".to_owned()];
            module.extend(within.iter().map(|part| part.to_string_lossy().into_owned()));
            if module.last().is_some_and(|last| last == "main") {
                module.pop();
            }
            sources
                .add(&module, &text)
                .with_context(|| format!("reading {}", file.display()))?;
        }
        Ok(sources)
    }

    /// Reads one module.
    pub(super) fn add(&mut self, module: &Name, text: &str) -> Result<()> {
        let file = syn::parse_file(text).map_err(|fault| anyhow!("{fault}"))?;
        self.uses.entry(module.clone()).or_default();
        for item in &file.items {
            self.item(module, item);
        }
        Ok(())
    }

    fn item(&mut self, module: &Name, item: &Item) {
        if let Item::Use(its) = item {
            self.used(module, &Vec::new(), &its.tree);
        } else if let Item::Mod(its) = item {
            let tested = its.attrs.iter().any(|attribute| attribute.path().is_ident("cfg"));
            let inner = joined(module, &its.ident.to_string());
            for item in its.content.iter().flat_map(|(_, items)| items).filter(|_| !tested) {
                self.item(&inner, item);
            }
        } else if let Item::Impl(its) = item {
            self.done_by(module, its);
        } else {
            // A macro of the file, or one that is called in it: whatever it holds belongs to all of the module.
            let name = named(item).map_or_else(|| "impl".to_owned(), ToString::to_string);
            let thing = self.at(module, joined(module, &name));
            if let Item::Fn(its) = item {
                thing.piece = piece(its);
            }
            thing.look(item.to_token_stream(), None);
        }
    }

    /// What a type does belongs to it: whoever asks it had the type from somewhere. What it does as others do (a trait)
    /// comes with it, since nobody need name it.
    fn done_by(&mut self, module: &Name, its: &ItemImpl) {
        let path: Name = its
            .self_ty
            .to_token_stream()
            .into_iter()
            .take_while(|token| !is(token, '<'))
            .filter_map(ident)
            .collect();
        let of = self.found(module, &path);
        let of = of.filter(|of| self.things.get(of).is_some_and(|thing| thing.module == *module));
        let own = of.is_some() && its.trait_.is_none();
        let of = of.unwrap_or_else(|| joined(module, "impl"));
        for item in &its.items {
            let mut name = of.clone();
            if let ImplItem::Fn(method) = item
                && own
            {
                name.push(method.sig.ident.to_string());
            }
            let when_asked = name != of;
            let thing = self.at(module, name);
            thing.when_asked = when_asked;
            thing.look(item.to_token_stream(), Some(&path));
        }
    }

    fn at(&mut self, module: &Name, name: Name) -> &mut Thing {
        let thing = self.things.entry(name).or_default();
        thing.module.clone_from(module);
        thing
    }

    fn used(&mut self, module: &Name, before: &Name, tree: &UseTree) {
        match tree {
            UseTree::Path(path) => self.used(module, &joined(before, &path.ident.to_string()), &path.tree),
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.used(module, before, tree);
                }
            }
            UseTree::Name(name) => {
                let last = name.ident.to_string();
                let (alias, path) = if last == "self" {
                    (before.last().cloned().unwrap_or_default(), before.clone())
                } else {
                    (last.clone(), joined(before, &last))
                };
                self.alias(module, alias, &path);
            }
            UseTree::Rename(name) => {
                let path = joined(before, &name.ident.to_string());
                self.alias(module, name.rename.to_string(), &path);
            }
            // Only of what others wrote: the house names what it uses.
            UseTree::Glob(_) => {}
        }
    }

    fn alias(&mut self, module: &Name, alias: String, path: &Name) {
        let path = from_the_root(module, path);
        self.uses.entry(module.clone()).or_default().insert(alias, path);
    }

    /// What stands between quotes in a thing.
    pub(super) fn quoted_in(&self, name: &Name) -> impl Iterator<Item = &str> {
        let thing = self.things.get(name);
        thing.into_iter().flat_map(|thing| &thing.quoted).map(String::as_str)
    }

    /// What stands between quotes anywhere.
    pub(super) fn quoted(&self) -> impl Iterator<Item = &str> {
        self.things.values().flat_map(|thing| &thing.quoted).map(String::as_str)
    }

    /// Where pieces of the client begin.
    pub(super) fn beginnings(&self) -> impl Iterator<Item = (&Name, &str)> {
        self.things
            .iter()
            .filter_map(|(name, thing)| Some((name, thing.piece.as_deref()?)))
    }

    /// All that is reached from a thing without entering another piece, itself among it.
    pub(super) fn reached(&self, from: &Name) -> BTreeSet<Name> {
        let mut reached = BTreeSet::from([from.clone()]);
        loop {
            let mut next: BTreeSet<Name> = reached.iter().flat_map(|name| self.next(name)).collect();
            let things: Vec<&Thing> = reached.iter().filter_map(|name| self.things.get(name)).collect();
            let asked: BTreeSet<&String> = things.iter().flat_map(|thing| &thing.asked).collect();
            next.extend(
                self.things
                    .iter()
                    .filter(|(name, thing)| {
                        let Some((last, of)) = name.split_last() else {
                            return false;
                        };
                        thing.when_asked && asked.contains(last) && reached.contains(of)
                    })
                    .map(|(name, _)| name.clone()),
            );
            next.retain(|name| self.things.get(name).is_some_and(|thing| thing.piece.is_none()));
            let before = reached.len();
            reached.extend(next);
            if reached.len() == before {
                return reached;
            }
        }
    }

    fn next(&self, name: &Name) -> BTreeSet<Name> {
        let Some(thing) = self.things.get(name) else {
            return BTreeSet::new();
        };
        let mut next: BTreeSet<Name> = thing
            .paths
            .iter()
            .filter_map(|path| self.found(&thing.module, path))
            .collect();
        // Who calls `Part::drawn` has `Part`.
        let of = next
            .iter()
            .filter(|name| self.things.get(*name).is_some_and(|thing| thing.when_asked));
        let of: Vec<Name> = of.filter_map(|name| Some(name.split_last()?.1.to_vec())).collect();
        next.extend(of);
        let whole = joined(&thing.module, "impl");
        if self.things.contains_key(&whole) {
            next.insert(whole);
        }
        next
    }

    /// The paths that a thing names, each from its root: `crate` or another crate.
    pub(super) fn names(&self, name: &Name) -> BTreeSet<Name> {
        let thing = self.things.get(name);
        let paths = thing
            .into_iter()
            .flat_map(|thing| thing.paths.iter().map(|path| self.whole(&thing.module, path)));
        paths.collect()
    }

    /// All things of a module.
    pub(super) fn beside(&self, name: &Name) -> impl Iterator<Item = &Name> {
        let module = self.things.get(name).map(|thing| &thing.module);
        self.things
            .iter()
            .filter(move |(_, thing)| Some(&thing.module) == module)
            .map(|(name, _)| name)
    }

    /// The thing that a path names in a module.
    fn found(&self, module: &Name, path: &Name) -> Option<Name> {
        let whole = self.whole(module, path);
        // `Choice::at_start` is a part of `Choice`.
        (1..=whole.len()).rev().find_map(|length| {
            let name: Name = whole.iter().take(length).cloned().collect();
            self.things.contains_key(&name).then_some(name)
        })
    }

    /// A path from its root; what a module passes on under a name of its own is followed.
    fn whole(&self, module: &Name, path: &Name) -> Name {
        let Some((first, rest)) = path.split_first() else {
            return Name::new();
        };
        let used = self.uses.get(module).and_then(|uses| uses.get(first));
        let start = match used {
            Some(used) => self.from(module, used),
            None if matches!(first.as_str(), "crate" | "self" | "super") => {
                return self.passed_on(from_the_root(module, path));
            }
            None if self.is_here(module, first) => joined(module, first),
            // Of another crate, named in full.
            None => return path.clone(),
        };
        self.passed_on(start.into_iter().chain(rest.iter().cloned()).collect())
    }

    fn is_here(&self, module: &Name, first: &str) -> bool {
        let name = joined(module, first);
        self.things.contains_key(&name) || self.uses.contains_key(&name)
    }

    /// Where what a module uses stands: `use bar::Bar` beside `mod bar` is a path of its own.
    fn from(&self, module: &Name, used: &Name) -> Name {
        if self.uses.contains_key(&within(module, used)) {
            return module.iter().chain(used).cloned().collect();
        }
        used.clone()
    }

    fn passed_on(&self, path: Name) -> Name {
        for length in 1..path.len() {
            let (module, rest) = path.split_at(length);
            let Some((first, rest)) = rest.split_first() else {
                continue;
            };
            let other = self.uses.get(module).and_then(|uses| uses.get(first));
            if let Some(other) = other {
                let other = self.from(&module.to_vec(), other);
                if !path.starts_with(&other) {
                    return self.passed_on(other.into_iter().chain(rest.iter().cloned()).collect());
                }
            }
        }
        path
    }
}

/// The name of what is defined, when it is something that has one.
fn named(item: &Item) -> Option<&syn::Ident> {
    if let Item::Fn(its) = item {
        Some(&its.sig.ident)
    } else if let Item::Const(its) = item {
        Some(&its.ident)
    } else if let Item::Static(its) = item {
        Some(&its.ident)
    } else if let Item::Struct(its) = item {
        Some(&its.ident)
    } else if let Item::Enum(its) = item {
        Some(&its.ident)
    } else if let Item::Type(its) = item {
        Some(&its.ident)
    } else if let Item::Trait(its) = item {
        Some(&its.ident)
    } else {
        None
    }
}

/// The piece of the client that begins with a function.
fn piece(function: &ItemFn) -> Option<String> {
    let mut attributes = function.attrs.iter();
    let cut = attributes.find(|attribute| attribute.path().is_ident("wasm_split"))?;
    let first = cut.meta.require_list().ok()?.tokens.clone().into_iter().next()?;
    Some(first.to_string())
}

impl Thing {
    /// Reads what stands in it. What stands in macros is not parsed, and reads like all else; `Self` is the type named.
    fn look(&mut self, tokens: TokenStream, itself: Option<&Name>) {
        let mut path = Name::new();
        let (mut colons, mut dot) = (0_u8, false);
        for token in tokens {
            let after_dot = std::mem::replace(&mut dot, is(&token, '.'));
            match token {
                TokenTree::Ident(name) => {
                    if colons < 2 {
                        self.named(&mut path);
                    }
                    colons = 0;
                    let name = name.to_string();
                    match itself {
                        _ if after_dot => drop(self.asked.insert(name)),
                        Some(itself) if name == "Self" && path.is_empty() => path.extend(itself.iter().cloned()),
                        Some(_) | None => path.push(name),
                    }
                    continue;
                }
                TokenTree::Punct(sign) if sign.as_char() == ':' => {
                    colons = colons.saturating_add(1);
                    continue;
                }
                TokenTree::Group(group) => self.look(group.stream(), itself),
                TokenTree::Literal(literal) => {
                    if let Ok(text) = syn::parse2::<syn::LitStr>(TokenTree::from(literal).into()) {
                        self.quoted.insert(text.value());
                    }
                }
                TokenTree::Punct(_) => {}
            }
            self.named(&mut path);
            colons = 0;
        }
        self.named(&mut path);
    }

    fn named(&mut self, path: &mut Name) {
        if !path.is_empty() {
            self.paths.insert(std::mem::take(path));
        }
    }
}

fn is(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(its) if its.as_char() == sign)
}

fn ident(token: TokenTree) -> Option<String> {
    match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        TokenTree::Group(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => None,
    }
}

/// The module that a path names first, when it is one of this module's own.
fn within(module: &Name, path: &Name) -> Name {
    module.iter().chain(path.first()).cloned().collect()
}

fn joined(name: &Name, last: &str) -> Name {
    let mut longer = name.clone();
    longer.push(last.to_owned());
    longer
}

/// A path without `self` and `super`.
fn from_the_root(module: &Name, path: &Name) -> Name {
    let mut whole = match path.first().map(String::as_str) {
        Some("self" | "super") => module.clone(),
        Some(_) | None => Name::new(),
    };
    for part in path {
        match part.as_str() {
            "self" => {}
            "super" => drop(whole.pop()),
            _ => whole.push(part.clone()),
        }
    }
    whole
}
