using System.Text;

namespace TorchLite.Tests.Serialization;

/// <summary>Tables of numbers.</summary>
[NonParallelizable]
public sealed class CsvTests
{
    private static IEnumerable<TestCaseData> Recorded() => RecordedFile.With(".csv");

    [TestCaseSource(nameof(Recorded))]
    public void A_file_of_Python_is_read_as_Python_reads_it(RecordedFile file) =>
        file.Differences(Csv.Load(file.Location, DType.Float64, header: file.Name == "header.csv")).Should().BeEmpty();

    [Test]
    public void Every_real_dtype_comes_back_exactly()
    {
        using var folder = new TemporaryFolder();
        foreach (var dtype in new[]
                 {
                     DType.Uint8, DType.Int8, DType.Int16, DType.Int32, DType.Int64, DType.Float16, DType.Float32, DType.Float64,
                     DType.Bfloat16, DType.Bool, DType.Uint16, DType.Uint32, DType.Uint64,
                 })
        {
            var x = dtype.IsFloatingPoint
                ? Torch.Tensor(
                    [[0.1, -1e-5, 3], [1e30, 1.0 / 3, double.NaN], [double.PositiveInfinity, double.NegativeInfinity, -0.0]],
                    dtype: DType.Float64).To(dtype)
                : dtype == DType.Bool ? Torch.Tensor([[true, false], [false, true]])
                : dtype == DType.Uint64 ? Torch.Tensor(new ulong[,] { { ulong.MaxValue, 0, 7 } })
                : Torch.Tensor([[Torch.Iinfo(dtype).Max, Torch.Iinfo(dtype).Min, 7]], dtype: dtype);
            Csv.Save(folder["x.csv"], x);

            var back = Csv.Load(folder["x.csv"], dtype);
            back.DType.Should().Be(dtype);
            (x.NanToNum(123).Equal(back.NanToNum(123)) && x.Isnan().Equal(back.Isnan())).Should().BeTrue($"{dtype}\n{x}\n{back}");
        }

        folder.Names.Should().Equal("x.csv");
    }

    [Test]
    public void Numbers_are_written_as_Python_writes_them() =>
        Text(Torch.Tensor([[0.1, 1], [1e-5, 1e20], [double.NaN, double.NegativeInfinity]]), ["x", "a \"b\", c"])
            .Should().Be("x,\"a \"\"b\"\", c\"\n0.1,1.0\n1e-05,1e+20\nnan,-inf\n");

    [Test]
    public void A_column_a_view_and_a_gradient_are_written_as_they_are_seen()
    {
        Text(Torch.Arange(3)).Should().Be("0\n1\n2\n");
        Text(Torch.Arange(6).View(2, 3).T).Should().Be("0,3\n1,4\n2,5\n");
        Text(Torch.Ones([1, 1], requiresGrad: true)).Should().Be("1.0\n");
        Text(Torch.Zeros(0, 3)).Should().BeEmpty();
        Text(Torch.Tensor([[true, false]])).Should().Be("True,False\n");
    }

    [Test]
    public void Columns_are_chosen_by_name_through_quotes_and_line_ends_of_any_kind()
    {
        var text = "\uFEFFid,\"price, net\",\"a\nb\"\r\n1,\"2.5\",3\r\n\r\n4,,6\r\n";
        Load(text, columns: ["a\nb", "price, net"]).ToString().Should().Be("tensor([[3.0000, 2.5000],\n        [6.0000,    nan]])");
        Load(text, header: true).Shape.Should().Equal(2, 3);
        Load("1;2\n3;4", delimiter: ';').ToString().Should().Be("tensor([[1., 2.],\n        [3., 4.]])");
        Load(" 1 , +2e3\n-inf,Infinity", dtype: DType.Float64).ToString().Should().Contain("-inf").And.Contain("2.0000e+03");
        Refused(() => Load(text, columns: ["x"]))
            .Should().Be("KeyNotFoundException: the file has no column 'x'; it has id, price, net, a\nb");
    }

    [Test]
    public void Comments_are_left_out_only_where_that_is_asked_for()
    {
        const string Text = "# x y\n1,2\n#3,4\n5,6\n";
        Refused(() => Load(Text)).Should().Be(
            "TorchFileException: row 1, column 1 of the file: '# x y' is no number of this dtype; where such lines are comments, say so: "
            + "comment: '#'");
        Load(Text, comment: '#').ToString().Should().Be("tensor([[1., 2.],\n        [5., 6.]])");
        Load("#id,x\n1,2\n", header: true, columns: ["#id"]).ToString().Should().Be("tensor([[1.]])");
        Load("%c\n1\n", comment: '%').ToString().Should().Be("tensor([[1.]])");
    }

    [Test]
    public void Names_have_no_blanks_around_them_unless_they_are_quoted_and_stand_for_one_column()
    {
        Load(" id , x\n1,2\n", columns: ["x"]).ToString().Should().Be("tensor([[2.]])");
        Load("\" id \",x\n1,2\n", columns: [" id "]).ToString().Should().Be("tensor([[1.]])");
        Refused(() => Load("x,x,y\n1,2,3\n", columns: ["x"])).Should().Be("KeyNotFoundException: the file has 2 columns 'x'");
        Refused(() => Load("x\n1\n", columns: [null!])).Should().StartWith("ArgumentNullException: ");
        using var folder = new TemporaryFolder();
        string[] names = [" a", "#b", "", "c\t"];
        Csv.Save(folder["x.csv"], Torch.Ones(1, 4), names);
        Csv.ReadHeader(folder["x.csv"]).Should().Equal(names);
    }

    [Test]
    public void A_file_of_a_thousand_rows_is_told_row_by_row()
    {
        using var folder = new TemporaryFolder();
        var (written, read) = (new List<long>(), new List<long>());
        var x = Torch.Rand(1000, 100);
        Csv.Save(folder["x"], x, progress: new NpyTests.Progress(written.Add));

        Csv.Load(folder["x"], progress: new NpyTests.Progress(read.Add)).Equal(x).Should().BeTrue();
        written.Should().Equal(655, 1000);
        read.Should().HaveCount(1000).And.EndWith(1000);
    }

    [TestCase("1,2\n3", "TorchFileException: row 2 of the file has 1 fields, and should have 2")]
    [TestCase("1,2\n3,4,5", "TorchFileException: row 2 of the file has 3 fields, and should have 2")]
    [TestCase("1,x", "TorchFileException: row 1, column 2 of the file: 'x' is no number of this dtype")]
    [TestCase("1,\"2", "TorchFileException: ")]
    public void A_malformed_file_is_refused(string text, string error) => Refused(() => Load(text)).Should().StartWith(error);

    [Test]
    public void What_does_not_fit_is_refused_and_no_file_is_left()
    {
        using var folder = new TemporaryFolder();
        Refused(() => Load("300", dtype: DType.Uint8)).Should().Contain("'300' is no number of this dtype");
        Refused(() => Load("1.5", dtype: DType.Int64)).Should().Contain("'1.5' is no number of this dtype");
        Refused(() => Load("2", dtype: DType.Bool)).Should().Contain("'2' is no number of this dtype");
        Refused(() => Load("1", dtype: DType.Complex64)).Should().StartWith("TorchTypeException: ");
        Refused(() => Load(new string('1', 20 << 20))).Should().StartWith("TorchFileException: the CSV file is malformed");
        Refused(() => Csv.Save(folder["x"], Torch.Ones(2, 2, 2)))
            .Should().Be("TorchValueException: Expected 1D or 2D array, got 3D array instead");
        Refused(() => Csv.Save(folder["x"], Torch.Ones(2, 2), header: ["a", null!])).Should().StartWith("ArgumentNullException: ");
        foreach (var delimiter in "\"\r\n")
        {
            Refused(() => Csv.Save(folder["x"], Torch.Ones(2, 2), delimiter: delimiter))
                .Should().Be("TorchValueException: bad delimiter value");
            Refused(() => Load("1,2\n", delimiter: delimiter)).Should().Be("TorchValueException: bad delimiter value");
        }

        Refused(() => Csv.Save(folder["x"], Torch.Ones(2, 2), header: ["a"]))
            .Should().Be("TorchValueException: the header has 1 names, and the tensor 2 columns");
        Refused(() => Csv.Save(folder["x"], Torch.Ones([2], dtype: DType.Complex64))).Should().StartWith("TorchTypeException: ");
        folder.Names.Should().BeEmpty();
    }

    [Test]
    public void A_hundred_thousand_broken_files_do_no_harm() =>
        Fuzz.Run(
            100_000,
            [.. new[] { "a,b\n1,2\n3,4\n", "\"x\",\"y \"\"z\"\"\"\r\n1.5,nan\r\n,-inf\r\n", "1\n2\n3\n", "# c\n1,1e5,\"3\"\n" }
                .Select(Encoding.UTF8.GetBytes)],
            static stream => Csv.Load(stream, header: true).Dispose());

    private static Tensor Load(
        string text, DType? dtype = null, bool header = false, IReadOnlyList<string>? columns = null, char delimiter = ',',
        char? comment = null) =>
        Csv.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)), dtype, header, columns, delimiter, comment);

    private static string Text(Tensor tensor, IReadOnlyList<string>? header = null)
    {
        using var bytes = new MemoryStream();
        Csv.Save(bytes, tensor, header);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string Refused(Action action)
    {
        var thrown = action.Should().Throw<Exception>().Which;
        return $"{thrown.GetType().Name}: {thrown.Message}";
    }

    private static string Refused(Func<object> action) => Refused(() => { action(); });
}
