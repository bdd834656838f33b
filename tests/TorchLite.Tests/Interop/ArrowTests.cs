using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace TorchLite.Tests.Interop;

/// <summary>Columns of Apache Arrow as tensors, and the other way round.</summary>
[NonParallelizable]
public sealed class ArrowTests
{
    private static readonly DType[] Types =
    [
        DType.Uint8, DType.Int8, DType.Uint16, DType.Int16, DType.Uint32, DType.Int32, DType.Uint64, DType.Int64, DType.Float16,
        DType.Float32, DType.Float64, DType.Bool,
    ];

    [Test]
    public void Every_type_comes_back_and_shares_its_memory()
    {
        foreach (var dtype in Types)
        {
            foreach (var shape in new long[][] { [0], [1], [13], [3, 4], [0, 2] })
            {
                var x = Torch.Randint(0, 2, shape).To(dtype);
                var array = x.ToArrow();
                array.Length.Should().Be((int)shape[0]);
                var back = Torch.FromArrow(array);
                (back.DType == dtype && back.Shape == x.Shape && back.Equal(x)).Should().BeTrue($"{dtype} {x.Shape}\n{back}");
                if (x.Numel() > 0)
                {
                    (back.DataPtr() == x.DataPtr()).Should().Be(dtype != DType.Bool, $"{dtype}");
                }
            }
        }
    }

    [Test]
    public void Slices_and_lists_of_slices_are_taken_where_they_are()
    {
        var array = new Int64Array.Builder().AppendRange(Enumerable.Range(0, 20).Select(static i => (long)i)).Build();
        var whole = Torch.FromArrow(array);
        var part = Torch.FromArrow(array.Slice(5, 4));
        part.ToArray<long>().Should().Equal(5, 6, 7, 8);
        (part.DataPtr() - whole.DataPtr()).Should().Be(5 * 8);

        var rows = (FixedSizeListArray)Torch.Arange(20).View(10, 2).ToArrow();
        Torch.FromArrow(rows.Slice(3, 2)).ToArray<long>().Should().Equal(6, 7, 8, 9);
        var bits = new BooleanArray.Builder().AppendRange(Enumerable.Range(0, 30).Select(static i => i % 3 == 0)).Build();
        Torch.FromArrow(bits.Slice(4, 20)).ToArray<bool>().Should().Equal(Enumerable.Range(4, 20).Select(static i => i % 3 == 0));
        Torch.FromArrow(new ChunkedArray(new List<IArrowArray> { array.Slice(0, 2), array.Slice(18, 2) })).ToArray<long>()
            .Should().Equal(0, 1, 18, 19);
        Torch.FromArrow(new ChunkedArray(array)).DataPtr().Should().Be(whole.DataPtr());
    }

    [Test]
    public void The_memory_stays_as_long_as_either_side_uses_it()
    {
        var array = new FloatArray.Builder().AppendRange(Enumerable.Range(0, 100_000).Select(static i => (float)i)).Build();
        var x = Torch.FromArrow(array);
        array.Dispose();
        Fill();
        x[77_777].Item<float>().Should().Be(77_777);

        var y = Torch.Arange(100_000);
        var shared = (Int64Array)y.ToArrow();
        y.Dispose();
        Fill();
        shared.Values[77_777].Should().Be(77_777);
        Refused(() => Torch.FromArrow(array)).Should().StartWith("ObjectDisposedException: ");

        // What freed memory would be used for again.
        static void Fill()
        {
            Torch.Memory.Collect();
            for (var i = 0; i < 20; i++)
            {
                new FloatArray.Builder().AppendRange(Enumerable.Repeat(-1f, 100_000)).Build();
                Torch.Full([100_000], -1.0).Dispose();
            }
        }
    }

    [Test]
    public void A_batch_of_a_stream_is_not_freed_under_its_tensors()
    {
        var file = Stream();
        var batch = new ArrowStreamReader(file).ReadNextRecordBatch();
        var x = Torch.FromArrow(batch)["x"];
        FluentActions.Invoking(batch.Dispose).Should().Throw<InvalidOperationException>();
        x.Sum().Item<long>().Should().Be(4950);

        file.Position = 0;
        using (var read = new ArrowStreamReader(file, new ArrowAllocator()).ReadNextRecordBatch())
        {
            x = Torch.FromArrow(read)["x"];
        }

        Torch.Memory.Collect();
        x.Sum().Item<long>().Should().Be(4950);

        var copied = new ArrowStreamReader(file.ToArray().AsMemory()).ReadNextRecordBatch();
        Torch.FromArrow(copied)["x"].Sum().Item<long>().Should().Be(4950);
    }

    [Test]
    public void A_batch_gives_the_columns_that_are_asked_for()
    {
        var batch = new RecordBatch.Builder()
            .Append("a", false, new FloatArray.Builder().AppendRange([1f, 2f]).Build())
            .Append("name", false, new StringArray.Builder().AppendRange(["x", "y"]).Build())
            .Append("b", true, new Int32Array.Builder().Append(1).AppendNull().Build())
            .Build();
        Torch.FromArrow(batch, ["a"]).Keys.Should().Equal("a");
        Refused(() => Torch.FromArrow(batch)).Should().Be("TorchTypeException: column 'name' is of type utf8, which no dtype holds");
        Refused(() => Torch.FromArrow(batch, ["b"])).Should().Be("TorchValueException: column 'b' has 1 nulls, which no tensor has");
        Refused(() => Torch.FromArrow(batch, ["c"])).Should().Be("KeyNotFoundException: the batch has no column 'c'");
        Torch.FromArrow(((Int32Array)batch.Column("b")).Slice(0, 1)).ToArray<int>().Should().Equal(1);
    }

    [Test]
    public void Columns_of_the_same_name_are_named()
    {
        static Int32Array Numbers(params int[] numbers) => new Int32Array.Builder().AppendRange(numbers).Build();

        string[] names = ["x", "y", "x"];
        var batch = new RecordBatch(
            new(names.Select(static name => new Field(name, Numbers().Data.DataType, false)), metadata: null),
            [Numbers(1), Numbers(2), Numbers(3)], 1);
        Refused(() => Torch.FromArrow(batch)).Should().Be("KeyNotFoundException: the batch has 2 columns 'x'");
        Refused(() => Torch.FromArrow(batch, ["y", "x"])).Should().Be("KeyNotFoundException: the batch has 2 columns 'x'");
        Refused(() => Torch.FromArrow(batch, [null!])).Should().StartWith("ArgumentNullException: ");
        Torch.FromArrow(batch, ["y"])["y"].ToArray<int>().Should().Equal(2);
        Torch.FromArrow(batch.Column(2)).ToArray<int>().Should().Equal(3);
    }

    [Test]
    public void What_is_no_column_of_numbers_is_refused()
    {
        var four = new ArrowBuffer(new byte[16]);
        Refused(() => Torch.FromArrow(new Int32Array(four, ArrowBuffer.Empty, 5, 0, 0)))
            .Should().Be("TorchValueException: the Arrow array says that it has more elements than it has");
        Refused(() => Torch.FromArrow(new Int32Array(four, ArrowBuffer.Empty, 4, 0, 1))).Should().StartWith("TorchValueException: ");
        Refused(() => Torch.FromArrow(new BooleanArray(four, ArrowBuffer.Empty, 129, 0, 0))).Should().StartWith("TorchValueException: ");
        Refused(() => Torch.FromArrow((IArrowArray)null!)).Should().StartWith("ArgumentNullException: ");
        Refused(() => Torch.Ones([2], dtype: DType.Bfloat16).ToArrow())
            .Should().Be("TorchTypeException: Arrow has no array of torch.bfloat16");
        Refused(() => Torch.Ones(2, 2, 2).ToArrow()).Should().StartWith("TorchValueException: ");
        Refused(() => Torch.Tensor(1).ToArrow()).Should().StartWith("TorchValueException: ");
        Refused(() => Torch.Ones([2], requiresGrad: true).ToArrow()).Should().Be(
            "TorchException: Can't call ToArrow() on Tensor that requires grad. Use tensor.Detach().ToArrow() instead.");
        Torch.FromArrow(Torch.Arange(6).View(2, 3).T[0].ToArrow()).ToArray<long>().Should().Equal(0, 3);
        Torch.FromArrow(new Int32Array(new ArrowBuffer(new byte[17].AsMemory(1)), ArrowBuffer.Empty, 4, 0, 0)).Sum().Item<long>()
            .Should().Be(0, "what is not aligned is copied");
    }

    [Test]
    public void Two_thousand_broken_files_do_no_harm()
    {
        // What Arrow itself throws at a broken file is its own affair, and that it takes the memory that a file claims too.
        var random = new Random(3);
        var seed = Stream().ToArray();
        var read = 0;
        for (var i = 0; i < 2000; i++)
        {
            var bytes = seed.ToArray();
            for (var change = 0; change < 3; change++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            RecordBatch? batch = null;
            try
            {
                batch = new ArrowStreamReader(bytes.AsMemory()).ReadNextRecordBatch();
            }
            catch (Exception)
            {
                continue;
            }

            if (batch is not null)
            {
                try
                {
                    foreach (var tensor in Torch.FromArrow(batch).Values)
                    {
                        tensor.To(DType.Float64).Sum().Item<double>();
                    }

                    read++;
                }
                catch (Exception thrown) when (thrown is TorchException or KeyNotFoundException)
                {
                    // As it should be.
                }
            }
        }

        read.Should().BeGreaterThan(100);
    }

    private static MemoryStream Stream()
    {
        var batch = new RecordBatch.Builder()
            .Append("x", false, new Int64Array.Builder().AppendRange(Enumerable.Range(0, 100).Select(static i => (long)i)).Build())
            .Append("y", false, new BooleanArray.Builder().AppendRange(Enumerable.Repeat(true, 100)).Build())
            .Append("z", false, Torch.Rand(100, 3).ToArrow())
            .Build();
        var file = new MemoryStream();
        using (var writer = new ArrowStreamWriter(file, batch.Schema, leaveOpen: true))
        {
            writer.WriteRecordBatch(batch);
        }

        file.Position = 0;
        return file;
    }

    private static string Refused(Func<object> action)
    {
        var thrown = action.Should().Throw<Exception>().Which;
        return $"{thrown.GetType().Name}: {thrown.Message}";
    }
}
