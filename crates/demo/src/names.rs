//! First and last names of the territory. No last name is used twice, and none is a professional's.

use crate::chance::Chance;
use domain::person::Civility;

const WOMEN: &str = "\
    Aïcha, Amandine, Anaïs, Audrey, Aurélie, Camille, Céline, Chloé, Claire, Delphine, Djamila, Élise, Émilie, \
    Fanny, Fatoumata, Florence, Gaëlle, Hafida, Ingrid, Jessica, Karine, Khadija, Laëtitia, Laura, Leïla, \
    Linda, Ludivine, Magali, Manon, Mariama, Marine, Mélanie, Mina, Nadia, Noémie, Ophélie, Patricia, \
    Priscilla, Rachida, Sabrina, Samira, Sandra, Sonia, Stéphanie, Svetlana, Valérie, Vanessa, Virginie, \
    Yamina, Zohra";

const MEN: &str = "\
    Abdel, Alexandre, Amadou, Antoine, Arnaud, Benoît, Bruno, Cédric, Christophe, Cyril, David, Didier, Éric, \
    Fabien, Farid, Florian, Franck, Frédéric, Gilles, Grégory, Guillaume, Hamid, Ibrahim, Jérôme, Jonathan, \
    Kévin, Laurent, Ludovic, Malik, Mamadou, Mickaël, Mourad, Nabil, Olivier, Pascal, Patrice, Philippe, \
    Raphaël, Rémi, Sébastien, Sofiane, Stéphane, Sylvain, Tarek, Vincent, Yannick, Youssef, Zakaria";

const GIRLS: &str = "\
    Adèle, Alice, Ambre, Anna, Assia, Capucine, Clémence, Emma, Eva, Hanaé, Inaya, Jade, Jeanne, Juliette, \
    Kenza, Léa, Léna, Lina, Louise, Lou, Maëlys, Margot, Maryam, Mila, Nina, Norah, Romane, Rose, Sirine, Zoé";

const BOYS: &str = "\
    Adam, Amir, Arthur, Axel, Bilal, Clément, Eliott, Enzo, Ethan, Gabin, Hugo, Ilyès, Imran, Jules, Kylian, \
    Léo, Liam, Louis, Lucas, Maël, Malo, Mathis, Naël, Nathan, Noah, Rayan, Sacha, Samy, Timéo, Yanis";

const GRANDMOTHERS: &str = "\
    Andrée, Bernadette, Christiane, Colette, Denise, Geneviève, Ginette, Huguette, Jacqueline, Jeannine, \
    Josette, Lucienne, Madeleine, Marcelle, Maria, Monique, Odette, Paulette, Simone, Yvette";

const GRANDFATHERS: &str = "\
    André, Bernard, Claude, Fernand, Georges, Gérard, Henri, Jacques, Jean, Lucien, Manuel, Marcel, Maurice, \
    Michel, Raymond, René, Robert, Roger, Serge, Yves";

/// The names of a list.
fn list(names: &'static str) -> impl Iterator<Item = &'static str> {
    names.split(',').map(str::trim)
}

/// A first name of someone's generation, other than those of her household.
pub(crate) fn first_name(chance: &mut Chance, civility: Civility, age: i32, taken: &[&str]) -> &'static str {
    let among = match (civility, age) {
        (Civility::Sir, ..=17) => BOYS,
        (Civility::Sir, 66..) => GRANDFATHERS,
        (Civility::Sir, _) => MEN,
        (Civility::Madam | Civility::Neutral, ..=17) => GIRLS,
        (Civility::Madam | Civility::Neutral, 66..) => GRANDMOTHERS,
        (Civility::Madam | Civility::Neutral, _) => WOMEN,
    };
    let free: Vec<&str> = list(among).filter(|name| !taken.contains(name)).collect();
    chance.pick(&free, "Camille")
}

/// Last names, in the order in which households take them once shuffled.
pub(crate) fn last_names(seed: u64) -> Vec<&'static str> {
    Chance::new(seed, "last names").shuffle(list(LAST).collect())
}

const LAST: &str = "\
    Abadie, Adam, Aguilar, Albert, Allard, Almeida, Amrani, André, Arnaud, Aubry, Auger, Bah, Bailly, Baldé, \
    Barbier, Baron, Barré, Barry, Barthélemy, Baudry, Bazin, Beaumont, Belaïd, Bellanger, Benali, Benoît, \
    Bensaïd, Berger, Bernier, Berthelot, Bertin, Besson, Bigot, Blondel, Bodin, Boivin, Bonnet, Bouaziz, \
    Boucher, Boulanger, Bourdon, Bourgeois, Bouvier, Boyer, Breton, Brun, Bruneau, Brunet, Buisson, Camara, \
    Carlier, Carvalho, Chabot, Charpentier, Charrier, Chauvin, Chevalier, Clément, Collet, Collin, Cordier, \
    Correia, Cousin, Coulibaly, Couturier, Daniel, David, Delage, Delattre, Deschamps, Devaux, Dia, Diabaté, \
    Diarra, Didier, Diop, Dos Santos, Doucet, Dubois, Dufour, Duhamel, Dumas, Dumont, Dupuis, Durand, Étienne, \
    Evrard, Fabre, Faure, Faucher, Fernandes, Ferreira, Fleury, Fofana, Foucher, Gaillard, Garcia, Gaudin, \
    Gauthier, Gay, Georges, Gérard, Germain, Gilbert, Gillet, Girard, Giraud, Gomes, Gonçalves, Gosselin, \
    Granger, Grenier, Grondin, Gros, Guérin, Guichard, Guillet, Guillot, Guyot, Hamel, Hamdi, Hardy, Hébert, \
    Henry, Hoarau, Hubert, Huet, Humbert, Imbert, Jacob, Jacquet, Jacquot, Jourdan, Julien, Kaci, Kanté, Keita, \
    Kovac, Labbé, Lacroix, Lagarde, Laine, Lambert, Langlois, Laporte, Laroche, Launay, Le Bihan, Le Goff, \
    Leblanc, Lebreton, Leclerc, Lecomte, Lefort, Léger, Lejeune, Lemoine, Leroux, Leroy, Lesage, Lévêque, \
    Lopes, Loiseau, Lucas, Mahé, Maillard, Mallory, Marin, Marion, Marques, Martel, Martineau, Martins, Mary, \
    Masson, Mathieu, Maurin, Mebarki, Mendy, Mercier, Meunier, Michaud, Millet, Monnier, Moreau, Morin, Moulin, \
    Muller, Navarro, Nguyen, Nicolas, Noël, Ollivier, Olivier, Pages, Paris, Pasquier, Pascal, Payet, \
    Pelletier, Pereira, Perez, Perret, Perrier, Perrin, Perrot, Philippe, Picard, Pineau, Pires, Poirier, Pons, \
    Poulain, Prévost, Quéré, Ramos, Raynaud, Regnier, Renard, Renaud, Reynaud, Ribeiro, Richard, Rivière, \
    Robin, Roche, Rodriguez, Roger, Rolland, Rossi, Roussel, Royer, Ruiz, Sahli, Salmon, Sanchez, Sanogo, \
    Schmitt, Seguin, Simon, Sissoko, Tessier, Texier, Thibault, Thierry, Thomas, Touré, Traoré, Turpin, \
    Valentin, Vallet, Vasilescu, Verdier, Vial, Vincent, Voisin, Weber, Yilmaz, Zeroual";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::DIRECTORY;
    use std::collections::BTreeSet;

    /// The last names of those the pictures name, which nobody else bears.
    const RESERVED: [&str; 10] = [
        "Besnard", "Delmas", "Cassel", "Okafor", "Lebrun", "Aubert", "Orsini", "Tanguy", "Rousseau", "Sauvage",
    ];

    #[test]
    fn there_are_names_enough_and_none_is_borne_twice() {
        let all: BTreeSet<_> = list(LAST).chain(RESERVED).collect();
        assert_eq!(all.len(), list(LAST).count() + RESERVED.len());
        assert!(list(LAST).count() >= 245);
        for one in &DIRECTORY {
            assert!(
                !all.iter().any(|name| one.name.ends_with(&format!(" {name}"))),
                "{}",
                one.name
            );
        }
    }
}
