"""Tests of the reference implementation of many voices against values known from elsewhere or worked out by hand."""
import unittest
from fractions import Fraction as F

from voices import a_wg, alpha, cliffs_delta, decide, holm, median, permutation_p


class Known(unittest.TestCase):
    def test_alpha_of_krippendorffs_example(self):
        # "Computing Krippendorff's Alpha-Reliability" (2011), section E: ordinal 0.815.
        units = [[1, 1, 1], [2, 2, 3, 2], [3] * 4, [3] * 4, [2] * 4, [1, 2, 3, 4], [4] * 4, [1, 1, 2, 1], [2] * 4,
                 [5] * 3, [1, 1], [3]]
        self.assertAlmostEqual(float(alpha([[v - 1 for v in unit] for unit in units], 5)), 0.815, places=3)
        self.assertIsNone(alpha([[1, 1], [1, 1]], 4))

    def test_a_wg(self):
        self.assertEqual(a_wg([0, 1, 1, 2, 3, 3], 4), -F(1, 10))
        self.assertEqual(a_wg([1, 1, 1, 2, 2], 4), F(11, 14))
        self.assertEqual(a_wg([3] * 5, 4), 1)
        self.assertIsNone(a_wg([0, 0, 0, 0, 0, 1], 4))
        self.assertIsNone(a_wg([0, 1, 2, 3], 4))

    def test_permutations(self):
        self.assertEqual(permutation_p([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]), F(2, 252))
        self.assertEqual(permutation_p([1, 1, 1, 2, 2], [1, 2, 2, 3, 3]), F(60, 252))
        self.assertEqual(permutation_p([1] * 5, [1] * 5), 1)
        self.assertEqual(cliffs_delta([1, 1, 1, 2, 2], [1, 2, 2, 3, 3]), F(-14, 25))

    def test_holm(self):
        self.assertEqual(holm([F(32, 252), F(4, 252), F(48, 252)]), [F(64, 252), F(12, 252), F(64, 252)])

    def test_median(self):
        self.assertEqual((median([3, 1, 2]), median([3, 0, 2, 1]), median([])), (2, F(3, 2), None))

    def test_hiding(self):
        hidden, total, views = decide(["hr", "staff", "x"], ["x"], {"hr": 3, "staff": 6, "x": 8}, 5)
        self.assertEqual((hidden, total, views), ({"hr": "too_few", "staff": "complementary"}, False, False))
        self.assertEqual(decide(["hr", "x"], ["x"], {"hr": 3, "x": 8}, 5)[2], True)


if __name__ == "__main__":
    unittest.main()
