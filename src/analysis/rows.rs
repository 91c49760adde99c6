//! Compressed rows: what belongs to each of some numbers, in one array.

use std::ops::Range;

/// For each number from 0 on its items, row after row (Compressed Sparse Rows).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows<T> {
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T: Copy + Default> Rows<T> {
    /// Sorts items by the number of their row, which is below `rows`; in a row they keep their order.
    ///
    /// A counting sort: time and room grow with rows plus items.
    pub fn of(rows: usize, items: impl Iterator<Item = (u32, T)> + Clone) -> Self {
        let mut starts = vec![0_u32; rows + 1];
        for (row, _) in items.clone() {
            starts[row as usize + 1] += 1;
        }
        for row in 0..rows {
            starts[row + 1] += starts[row];
        }
        let mut next = starts.clone();
        let mut sorted = vec![T::default(); starts[rows] as usize];
        for (row, item) in items {
            let at = &mut next[row as usize];
            sorted[*at as usize] = item;
            *at += 1;
        }
        Self {
            starts,
            items: sorted,
        }
    }

    /// Lets each row, in order, put its items behind those that are there.
    pub fn each(rows: usize, mut put: impl FnMut(u32, &mut Vec<T>)) -> Self {
        let mut starts = Vec::with_capacity(rows + 1);
        let mut items = Vec::new();
        starts.push(0);
        for row in 0..rows as u32 {
            put(row, &mut items);
            starts.push(items.len() as u32);
        }
        Self { starts, items }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The items of a row.
    #[inline]
    pub fn at(&self, row: u32) -> &[T] {
        &self.items[self.range(row)]
    }

    /// The items of a row, to be changed or brought to an order.
    pub fn at_mut(&mut self, row: u32) -> &mut [T] {
        let range = self.range(row);
        &mut self.items[range]
    }

    /// Where the items of a row stand among all.
    #[inline]
    pub fn range(&self, row: u32) -> Range<usize> {
        let at = row as usize;
        self.starts[at] as usize..self.starts[at + 1] as usize
    }

    /// All items, row after row.
    pub fn items(&self) -> &[T] {
        &self.items
    }

    /// Where each row starts, with the end of the last one, and all items.
    pub fn into_parts(self) -> (Vec<u32>, Vec<T>) {
        (self.starts, self.items)
    }
}
