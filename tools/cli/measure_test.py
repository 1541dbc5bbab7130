import os
import unittest

import measure


class Measure(unittest.TestCase):
    def test_percentile_is_one_of_the_values(self):
        values = [float(n) for n in range(100, 0, -1)]
        self.assertEqual(measure.percentile(values, 99), 99.0)
        self.assertEqual(measure.percentile(values, 50), 50.0)
        self.assertEqual(measure.percentile([7.0], 99), 7.0)

    def test_a_process_never_holds_more_than_it_did_at_most(self):
        self.assertGreater(measure.memory(os.getpid()), 1)
        self.assertLessEqual(measure.memory(os.getpid()), measure.memory(os.getpid(), "VmHWM"))

    def test_processor_time_grows_with_work(self):
        before = measure.processor_seconds(os.getpid())
        while measure.processor_seconds(os.getpid()) <= before:
            sum(range(100_000))
