//! Who hears a topic: in this process by tab, in the others by what they say of themselves.

use std::collections::{HashMap, HashSet};

/// People by the number that tells them apart, each counted once however many tabs they have and wherever those are connected.
#[derive(Debug, Default)]
pub(crate) struct People {
    /// Tabs of each person here.
    here: HashMap<u64, u32>,
    elsewhere: HashSet<u64>,
    /// How many of those are not here as well.
    only_elsewhere: usize,
    /// Another number whenever somebody came or went here.
    version: u64,
}

impl People {
    pub fn come(&mut self, person: u64) {
        let tabs = self.here.entry(person).or_default();
        *tabs += 1;
        if *tabs == 1 {
            self.version += 1;
            self.only_elsewhere -= usize::from(self.elsewhere.contains(&person));
        }
    }

    pub fn go(&mut self, person: u64) {
        let Some(tabs) = self.here.get_mut(&person) else { return };
        *tabs -= 1;
        if *tabs == 0 {
            self.here.remove(&person);
            self.version += 1;
            self.only_elsewhere += usize::from(self.elsewhere.contains(&person));
        }
    }

    /// Who is there in other processes.
    pub fn set_elsewhere(&mut self, people: HashSet<u64>) {
        self.only_elsewhere = people.iter().filter(|person| !self.here.contains_key(person)).count();
        self.elsewhere = people;
    }

    pub fn count(&self) -> usize {
        self.here.len() + self.only_elsewhere
    }

    pub fn all(&self) -> impl Iterator<Item = u64> {
        self.here().chain(self.elsewhere.iter().copied())
    }

    pub fn version(&self) -> u64 {
        self.version
    }

    pub fn here(&self) -> impl Iterator<Item = u64> {
        self.here.keys().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Clone, Debug)]
    enum Step {
        Come(u64),
        Go(u64),
        Elsewhere(HashSet<u64>),
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            (0..6_u64).prop_map(Step::Come),
            (0..6_u64).prop_map(Step::Go),
            prop::collection::hash_set(0..6_u64, 0..4).prop_map(Step::Elsewhere),
        ]
    }

    proptest! {
        #[test]
        fn everybody_counts_once(steps in prop::collection::vec(step(), 0..60)) {
            let (mut people, mut tabs, mut elsewhere) = (People::default(), Vec::<u64>::new(), HashSet::new());
            for step in steps {
                match step {
                    Step::Come(person) => {
                        people.come(person);
                        tabs.push(person);
                    }
                    Step::Go(person) => {
                        people.go(person);
                        if let Some(at) = tabs.iter().position(|tab| *tab == person) {
                            tabs.swap_remove(at);
                        }
                    }
                    Step::Elsewhere(others) => {
                        people.set_elsewhere(others.clone());
                        elsewhere = others;
                    }
                }
                let all: HashSet<u64> = tabs.iter().chain(&elsewhere).copied().collect();
                prop_assert_eq!(people.count(), all.len());
            }
        }
    }
}
