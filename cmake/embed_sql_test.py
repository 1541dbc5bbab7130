"""What embed_sql.py promises. Run by ctest; alone: python3 -m unittest discover -s cmake -p '*_test.py'."""
import contextlib
import io
import pathlib
import re
import tempfile
import unittest

import embed_sql


class Embedding(unittest.TestCase):
    def setUp(self) -> None:
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def header(self, **files: str) -> str:
        for stem, text in files.items():
            (self.folder / f"{stem}.sql").write_text(text)
        out = self.folder / "x_sql.hpp"
        self.errors = io.StringIO()
        with contextlib.redirect_stderr(self.errors):
            self.status = embed_sql.main(str(self.folder), "x", str(out))
        return out.read_text() if self.status == 0 else ""

    def statement(self, text: str) -> str:
        """The embedded text of a file `thing_get.sql`."""
        return re.search(r'text = R"sql\((.*?)\)sql"', self.header(thing_get=text), re.DOTALL)[1]

    def refusal(self, text: str, stem: str = "thing_get") -> str:
        self.header(**{stem: text})
        self.assertEqual(self.status, 1)
        return self.errors.getvalue()

    def test_a_name_has_one_number_wherever_it_comes(self):
        header = self.header(thing_get="select a from t where b = :b and c = :a and d = :b")
        self.assertIn("where b = $1 and c = $2 and d = $1", header)
        self.assertIn('std::array<std::string_view, 2> params{"b", "a"}', header)

    def test_casts_strings_comments_and_slices_are_left_alone(self):
        self.assertEqual(
            self.statement("-- :nope; not here\nselect ':a' || \"odd:b\", x::text, y[1:two], $q$ :c; $q$ /* :d; */ from t where e = :e::uuid;\n"),
            "select ':a' || \"odd:b\", x::text, y[1:two], $q$ :c; $q$   from t where e = $1::uuid",
        )

    def test_what_statements_share_stands_once(self):
        (self.folder / "columns.part").write_text("t.a, t.b\n")
        self.assertEqual(self.statement("select {columns} from t where t.a = :a"), "select t.a, t.b from t where t.a = $1")

    def test_text_sorts_along_its_index_from_both_ends(self):
        header = self.header(thing_list="-- sorts: name text\nselect id, name from t where {after} {order} limit :limit")
        self.assertIn("(name, id) > (case when $1::text is null then '' else $1::text end", header)
        self.assertIn("(name, id) < (case when $1::text is null then U&'\\+10FFFF' else $1::text end", header)

    def test_a_quote_inside_a_string_does_not_end_it(self):
        self.assertEqual(self.statement("select 'it''s :a', :b"), "select 'it''s :a', $1")

    def test_the_text_starts_with_its_first_word(self):
        self.assertTrue(self.statement("\n-- entity: thing\n\n  insert into t values (:a)\n").startswith("insert"))

    def test_the_entity_is_the_name_without_its_verb_unless_the_file_says_better(self):
        header = self.header(provisioning_key_get="select 1", person_join="-- entity: member\nselect 1")
        self.assertIn('entity = "provisioning key"', header)
        self.assertIn('entity = "member"', header)

    def test_a_filter_that_is_always_given_narrows_a_statement_of_its_own(self):
        header = self.header(thing_list="-- given: kind\nselect a from t where (:kind::text is null or t.kind = :kind) and (:b::int is null or t.b = :b)")
        self.assertIn("struct thing_list {", header)
        self.assertIn("struct thing_list_by_kind {", header)
        self.assertIn("where ($1::text is null or t.kind = $1) and ($2::int is null", header)
        self.assertIn("where t.kind = $1 and ($2::int is null", header)

    def test_a_given_that_the_statement_does_not_filter_by_is_refused(self):
        self.assertIn("not exactly one", self.refusal("-- given: kind\nselect a from t where t.kind = :kind", "thing_list"))

    def test_two_statements_are_refused(self):
        self.assertIn("more than one statement", self.refusal("select 1; select 2"))

    def test_an_empty_file_is_refused(self):
        self.assertIn("is empty", self.refusal("-- nothing\n"))

    def test_a_name_that_postgresql_would_cut_is_refused(self):
        self.assertIn("longer than", self.refusal("select 1", stem="thing_" + "x" * 60))

    def test_a_placeholder_without_sorts_is_refused(self):
        self.assertIn("no `-- sorts:`", self.refusal("select 1 where {after}"))
        self.assertIn("{after} and {order}", self.refusal("-- sorts: a integer\nselect 1 where {after}"))

    def test_sorts_become_a_variant_for_each_column_and_direction(self):
        header = self.header(thing_list="-- sorts: at timestamptz, rank smallint = t.rank\n-- id: t.id\n"
                                        "select id from things t where tenant_id = :tenant_id and {after}\n{order} limit :limit")
        names = re.findall(r'\{"(\w+)", (true|false), "([^"]+)"', header)
        self.assertEqual(names, [("at", "false", "x.thing_list@at"), ("at", "true", "x.thing_list@-at"),
                                 ("rank", "false", "x.thing_list@rank"), ("rank", "true", "x.thing_list@-rank")])
        self.assertIn('params{"tenant_id", "after_value", "after_id", "limit"}', header)
        self.assertIn("(at, t.id) > (case when $2::timestamptz is null then '-infinity' else $2::timestamptz end, case when $3::uuid is null then '00000000-", header)
        self.assertIn("order by at asc, t.id asc limit $4", header)
        self.assertIn("(t.rank, t.id) < (case when $2::smallint is null then 32767 else $2::smallint end, case when $3::uuid is null then 'ffffffff-", header)
        self.assertIn("order by t.rank desc, t.id desc limit $4", header)

    def test_a_type_without_bounds_is_compared_only_after_the_first_page(self):
        header = self.header(thing_list="-- sorts: title itsm.priority\nselect id from t where {after} {order}")
        self.assertIn("($1::uuid is null or (title, id) > ($2::itsm.priority, $1::uuid))", header)

    def test_the_same_files_make_the_same_header(self):
        files = {"b_get": "select :x", "a_get": "-- sorts: n bigint\nselect n from t where {after} {order}"}
        first = self.header(**files)
        self.assertEqual(first, self.header(**files))
        self.assertLess(first.index("struct a_get"), first.index("struct b_get"))

    def test_every_mistake_is_named_with_its_file(self):
        self.header(one_get="select 1; select 2", two_get="")
        self.assertIn("one_get.sql", self.errors.getvalue())
        self.assertIn("two_get.sql", self.errors.getvalue())


if __name__ == "__main__":
    unittest.main()
