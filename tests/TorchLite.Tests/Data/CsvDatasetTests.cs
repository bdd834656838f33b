using System.Text;
using TorchLite.Tests.Serialization;
using TorchLite.Utils.Data;

namespace TorchLite.Tests.Data;

/// <summary>Rows of a CSV file as features and a target.</summary>
[NonParallelizable]
public sealed class CsvDatasetTests
{
    private const string People = "age,city,height,smokes\n30,Ulm,1.80,no\n,Bonn,1.65,yes\n41,Ulm,,no\n";

    private static readonly CsvColumn Age = CsvColumn.Number("age", fill: 35), Height = CsvColumn.Number("height", fill: double.NaN);

    [Test]
    public void Columns_are_chosen_by_name_or_number_in_any_order()
    {
        var people = Read(People, CsvColumn.Category("smokes"), [CsvColumn.Category(1), Age]);
        people.Tensors.X.ToString().Should().Be("tensor([[ 0., 30.],\n        [ 1., 35.],\n        [ 0., 41.]])");
        people.Tensors.Y.ToString().Should().Be("tensor([0, 1, 0])");
        people.Features.Should().Equal("city", "age");
        people.Categories.Keys.Should().BeEquivalentTo("city", "smokes");
        people.Categories["city"].Should().Equal("Ulm", "Bonn");
        people.Count.Should().Be(3);
        people[1].X.ToString().Should().Be("tensor([ 1., 35.])");
        new DataLoader<(Tensor X, Tensor Y)>(people, batchSize: 2).Select(static batch => batch.X.Shape.ToString())
            .Should().Equal("torch.Size([2, 2])", "torch.Size([1, 2])");
    }

    [Test]
    public void Without_a_header_columns_have_numbers_and_all_others_are_features()
    {
        var rows = Read("1;2.5;3\n4;5;6\n", target: -1, header: false, delimiter: ';', dtype: DType.Float64);
        rows.Tensors.X.ToString().Should().Be("tensor([[1.0000, 2.5000],\n        [4.0000, 5.0000]], dtype=torch.float64)");
        rows.Tensors.Y.ToString().Should().Be("tensor([3., 6.], dtype=torch.float64)");
        rows.Features.Should().Equal("0", "1");
        rows.Categories.Should().BeEmpty();
        Read("only\n1\n2\n", target: "only").Tensors.X.Shape.Should().Equal(2, 0);
        Read("a,b\n", target: "b").Tensors.X.Shape.Should().Equal(0, 1);
    }

    [Test]
    public void Categories_are_numbered_as_they_come_or_as_they_are_given()
    {
        const string Text = "x,c\n1,b\n2,\"a, z\"\n3,b\n4,\n";
        var first = Read(Text, CsvColumn.Category("c", fill: "none"));
        first.Tensors.Y.ToArray<long>().Should().Equal(0, 1, 0, 2);
        first.Categories["c"].Should().Equal("b", "a, z", "none");
        Read(Text, CsvColumn.Category("c", ["none", "a, z", "b"], fill: "none")).Tensors.Y.ToArray<long>().Should().Equal(2, 1, 2, 0);
        Error("c,x\na,1\n", "x", [CsvColumn.Category("c", first.Categories["c"], fill: "b")]).Should().Be(
            "TorchFileException: row 1, column 1 of the file: 'a' is none of the categories");
        Refused(() => CsvColumn.Category("c", ["a", "a"])).Should().Be("TorchValueException: a category is given twice");
        Refused(() => CsvColumn.Category("c", ["a", "b"], fill: "c"))
            .Should().Be("TorchValueException: the fill 'c' is none of the categories a, b");
    }

    [Test]
    public void What_is_missing_is_an_error_that_says_what_to_do()
    {
        Error(People, "age", [CsvColumn.Category("city")]).Should().Be(
            "TorchFileException: row 2, column 1 of the file: there is nothing; to allow that, say what takes its place, as "
            + "CsvColumn.Number(…, fill: …)");
        Error("a,b\n,1\n", "b", [CsvColumn.Category("a")]).Should().EndWith("CsvColumn.Category(…, fill: …)");
        Error("a,b\nnan,1\n", "b", ["a"]).Should().Contain("there is nothing");
        Read(People, CsvColumn.Category("smokes"), [Height]).Tensors.X.Isnan().ToArray<bool>().Should().Equal(false, false, true);
    }

    [TestCase("a,b\n1,2\n3\n", "TorchFileException: row 2 of the file has 1 fields, and should have 2")]
    [TestCase("a,b\n1,2\n3,4,5\n", "TorchFileException: row 2 of the file has 3 fields, and should have 2")]
    [TestCase("a,b\nred,2\n", "TorchFileException: row 1, column 1 of the file: 'red' is no number of this dtype")]
    [TestCase("a,b\n1,\"2", "TorchFileException: the CSV file is malformed: a quote has no end")]
    [TestCase("a,b\n1\0,2\n", "TorchFileException: row 1, column 1 of the file: '1\0' is no number of this dtype")]
    [TestCase("x,y\n1,2\n", "KeyNotFoundException: the file has no column 'b'; it has x, y")]
    [TestCase("", "KeyNotFoundException: the file has no column 'b'; it has ")]
    public void A_file_that_does_not_fit_is_refused(string text, string error) =>
        Error(text, "b", ["a"]).Should().Be(error);

    [Test]
    public void What_can_not_be_asked_for_is_refused()
    {
        Error(People, 4).Should().Be("KeyNotFoundException: the file has no column 4; it has 4 columns");
        Error(People, -5).Should().StartWith("KeyNotFoundException: ");
        Refused(() => Read("1,2\n", "a", header: false))
            .Should().Be("KeyNotFoundException: the file has no column 'a'; it has 2 without names");
        Refused(() => Read(People, "age", dtype: DType.Int64)).Should().StartWith("TorchTypeException: ");
        Refused(() => Read(People, null!)).Should().StartWith("ArgumentNullException: ");
        Refused(() => Read(People, "age", [null!])).Should().StartWith("ArgumentNullException: ");
        Refused(() => Read(People, (string)null!)).Should().StartWith("ArgumentNullException: ");
        Refused(() => CsvColumn.Category("city", ["Ulm", null!])).Should().StartWith("ArgumentNullException: ");
        Refused(() => CsvColumn.Category(1, [null!])).Should().StartWith("ArgumentNullException: ");
        Refused(() => new CsvDataset("no such file", target: 0)).Should().StartWith("FileNotFoundException: ");
    }

    [Test]
    public void Two_categories_in_another_encoding_do_not_become_one()
    {
        var file = new MemoryStream(Encoding.Latin1.GetBytes("colour,y\ngrün,1\ngrön,2\n"));
        Refused(() => new CsvDataset(file, "y", [CsvColumn.Category("colour")]))
            .Should().Be("TorchFileException: the file is no text in UTF-8");
        file.Position = 0;
        var text = Encoding.CreateTranscodingStream(file, Encoding.Latin1, Encoding.UTF8);
        new CsvDataset(text, "y", [CsvColumn.Category("colour")]).Categories["colour"].Should().Equal("grün", "grön");
    }

    [Test]
    public void Names_have_no_blanks_around_them_unless_they_are_quoted()
    {
        const string Text = "id , name,\" note \",\"a, b\"\n1, x ,\" y \",2\n";
        var rows = Read(Text, "id", [CsvColumn.Category("name"), CsvColumn.Category(" note "), "a, b"]);
        rows.Features.Should().Equal("name", " note ", "a, b");
        rows.Categories["name"].Should().Equal("x");
        rows.Categories[" note "].Should().Equal(" y ");
        Read(Text, "id", [CsvColumn.Category("name", ["x"])]).Tensors.X.Item<float>().Should().Be(0);
        Error(Text, "note").Should().Be("KeyNotFoundException: the file has no column 'note'; it has id, name,  note , a, b");
    }

    [Test]
    public void A_row_that_begins_with_a_number_sign_is_a_row()
    {
        const string Text = "#id,colour\n#7,red\n#8,blue\n";
        var rows = Read(Text, CsvColumn.Category("colour"), [CsvColumn.Category("#id")]);
        rows.Categories["#id"].Should().Equal("#7", "#8");
        rows.Count.Should().Be(2);
        Error(Text, CsvColumn.Category("colour"), ["#id"]).Should().Be(
            "TorchFileException: row 1, column 1 of the file: '#7' is no number of this dtype; where such lines are comments, say so: "
            + "comment: '#'");
        Read("# made by hand\nx,y\n1,2\n# 3,4\n5,6\n", "y", comment: '#').Tensors.Y.ToArray<float>().Should().Equal(2, 6);
    }

    [TestCase("y,c\n1,a\n2,\n")]
    [TestCase("y,c\n1,a\n2,\"\"\n")]
    [TestCase("y,c\n1,a\n2,  \n")]
    public void An_empty_category_is_missing_unless_it_is_one_of_those_given(string text)
    {
        Error(text, "y", [CsvColumn.Category("c")]).Should().StartWith("TorchFileException: row 2, column 2 of the file: there is nothing");
        Error(text, "y", [CsvColumn.Category("c", ["a", "b"])]).Should().Contain("there is nothing");
        Codes(CsvColumn.Category("c", ["", "a"])).Should().Equal(1, 0);
        Codes(CsvColumn.Category("c", ["", "a"], fill: "a")).Should().Equal(1, 1);
        Codes(CsvColumn.Category("c", fill: "")).Should().Equal(0, 1);

        float[] Codes(CsvColumn column) => Read(text, "y", [column]).Tensors.X.ToArray<float>();
    }

    [Test]
    public void A_file_of_one_column_may_have_quoted_empty_fields() =>
        Read("c\na\n\"\"\n\nb\n", CsvColumn.Category("c", fill: "none")).Tensors.Y.ToArray<long>().Should().Equal(0, 1, 2);

    [Test]
    public void Columns_of_the_same_name_are_chosen_by_their_numbers()
    {
        const string Text = "a,b,a\nx,1,y\n";
        Error(Text, "b", [CsvColumn.Category("a")]).Should().Be("KeyNotFoundException: the file has 2 columns 'a'");
        var rows = Read(Text, "b", [CsvColumn.Category(0), CsvColumn.Category(2)]);
        rows.Categories["a"].Should().Equal("x");
        rows.Categories["2"].Should().Equal("y");
    }

    [Test]
    public void A_header_of_commas_takes_no_more_memory_than_fits_it()
    {
        Used(4_000_000, "TorchFileException: the CSV file is malformed: a row has more than a million fields")
            .Should().BeLessThan(50L << 20);
        Used(1_000_000, "").Should().BeLessThan(250L << 20);

        static long Used(int commas, string error)
        {
            var file = new MemoryStream(Encoding.ASCII.GetBytes(new string(',', commas) + "\n"));
            var before = GC.GetTotalAllocatedBytes();
            try
            {
                new CsvDataset(file, 0).Tensors.X.Shape.Should().Equal(0, commas);
                error.Should().BeEmpty();
            }
            catch (TorchFileException thrown)
            {
                $"TorchFileException: {thrown.Message}".Should().Be(error);
            }

            return GC.GetTotalAllocatedBytes() - before;
        }
    }

    [Test]
    public void Ten_thousand_broken_files_do_no_harm() =>
        Fuzz.Run(
            10_000,
            [.. new[] { People,
                "age,city,x,y\n1,\"a \"\"b\"\"\",nan,z\r\n2,b,-inf,\r\n", "age,b,c,d\n1,2,3,4\n# c\n" }.Select(Encoding.UTF8.GetBytes)],
            static stream =>
            {
                try
                {
                    var rows = new CsvDataset(stream, CsvColumn.Category(-1, fill: ""), [Age, CsvColumn.Category(1)]);
                    rows.Tensors.X.Dispose();
                    rows.Tensors.Y.Dispose();
                }
                catch (KeyNotFoundException)
                {
                    // What is asked for, and not the file, is wrong then.
                }
            });

    private static CsvDataset Read(
        string text, CsvColumn target, IReadOnlyList<CsvColumn>? features = null, bool header = true, char delimiter = ',',
        DType? dtype = null, char? comment = null) =>
        new(new MemoryStream(Encoding.UTF8.GetBytes(text)), target, features, header, delimiter, dtype, comment);

    private static string Error(string text, CsvColumn target, IReadOnlyList<CsvColumn>? features = null) =>
        Refused(() => Read(text, target, features));

    private static string Refused(Func<object> action)
    {
        var thrown = action.Should().Throw<Exception>().Which;
        return $"{thrown.GetType().Name}: {thrown.Message}";
    }
}
