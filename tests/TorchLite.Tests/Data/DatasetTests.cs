using TorchLite.Utils.Data;

namespace TorchLite.Tests.Data;

public class DatasetTests
{
    [Test]
    public void A_tensor_dataset_gives_batches_as_its_items_collated_would_be()
    {
        var (x, y) = (Torch.Rand(10, 3, requiresGrad: true), Torch.Arange(10));
        var dataset = new TensorDataset<(Tensor X, Tensor Y)>((x, y));
        int[] indices = [3, 3, 0, 9, -1];
        var (whole, single) = (dataset.GetBatch(indices), Torch.Utils.Data.DefaultCollate(Array.ConvertAll(indices, i => dataset[i])));
        whole.X.Equal(single.X).Should().BeTrue();
        whole.Y.Equal(single.Y).Should().BeTrue();
        whole.X.RequiresGrad.Should().BeTrue();
        Torch.Autograd.Grad([whole.X.Sum()], [x])[0]!.Equal(Torch.Autograd.Grad([single.X.Sum()], [x])[0]!).Should().BeTrue();
    }

    [Test]
    public void A_tensor_dataset_is_of_tensors_with_as_many_rows()
    {
        FluentActions.Invoking(() => new TensorDataset(Torch.Ones(2), Torch.Ones(3))).Should().Throw<TorchException>()
            .WithMessage("Size mismatch between tensors");
        FluentActions.Invoking(() => new TensorDataset<(Tensor, string)>((Torch.Ones(2), "x"))).Should().Throw<TorchTypeException>();
        FluentActions.Invoking(() => new TensorDataset(Torch.Ones(2), null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new TensorDataset<(Tensor, Tensor)>((Torch.Ones(2), null!))).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new TensorDataset<Tensor>(Torch.Ones(2)).GetBatch([0, 2])).Should().Throw<TorchIndexException>()
            .WithMessage("index 2 is out of bounds for dimension 0 with size 2");
        FluentActions.Invoking(() => new TensorDataset<Tensor>(Torch.Ones(2))[2]).Should().Throw<TorchIndexException>()
            .WithMessage("index 2 is out of bounds for dimension 0 with size 2");
        new TensorDataset<Sample>(new(Torch.Arange(4), Torch.Ones(4)))[3].X.Item<long>().Should().Be(3);
    }

    [Test]
    public void Datasets_come_one_after_the_other_and_empty_ones_do_not_count()
    {
        var all = new ConcatDataset<int>([], [1, 2], [], [], [3], []);
        all.Should().Equal(1, 2, 3);
        all.CumulativeSizes.Should().Equal(0, 2, 2, 2, 3, 3);
        Enumerable.Range(-3, 3).Select(i => all[i]).Should().Equal(1, 2, 3);
        FluentActions.Invoking(() => all[-4]).Should().Throw<TorchValueException>()
            .WithMessage("absolute value of index should not exceed dataset length");
        FluentActions.Invoking(() => all[3]).Should().Throw<TorchIndexException>().WithMessage("list index out of range");
        FluentActions.Invoking(() => new ConcatDataset<int>()).Should().Throw<TorchException>()
            .WithMessage("datasets should not be an empty iterable");
        (new Subset<int>([1, 2, 3], [2]) + new Subset<int>([4], [0])).Should().Equal(3, 4);
    }

    [Test]
    public void A_negative_number_counts_from_the_end_of_a_subset_too()
    {
        var inner = new Subset<int>([10, 11, 12, 13], [3, 1, 0]);
        var outer = new Subset<int>(inner, [-1, 1]);
        outer.Should().Equal(10, 11);
        outer[-1].Should().Be(11);
        FluentActions.Invoking(() => inner[3]).Should().Throw<TorchIndexException>().WithMessage("list index out of range");
        FluentActions.Invoking(() => inner[-4]).Should().Throw<TorchIndexException>().WithMessage("list index out of range");
        var tensors = new TensorDataset<Tensor>(Torch.Arange(10));
        var loader = new DataLoader<Tensor>(
            new Subset<Tensor>(new Subset<Tensor>(tensors, [-2, 5]), [-1, 0]), sampler: [-1, -2], batchSize: 2);
        loader.Single().ToArray<long>().Should().Equal(8, 5);
        FluentActions.Invoking(() => new DataLoader<Tensor>(new Subset<Tensor>(tensors, [0]), sampler: [1]).First())
            .Should().Throw<TorchIndexException>().WithMessage("list index out of range");
    }

    [Test]
    public void A_split_of_negative_lengths_or_of_no_numbers_is_refused()
    {
        FluentActions.Invoking(() => Torch.Utils.Data.RandomSplit([1, 2, 3, 4, 5], [7, -2])).Should().Throw<TorchValueException>()
            .WithMessage("lengths should not be negative, but got 7, -2");
        FluentActions.Invoking(() => Torch.Utils.Data.RandomSplit([1, 2], [double.NaN, 0.5])).Should().Throw<TorchValueException>()
            .WithMessage("Sum of input lengths does not equal the length of the input dataset!");
    }

    [Test]
    public void A_batch_of_all_there_are_takes_no_more_memory_than_they_do([Values(0, 2)] int numWorkers)
    {
        static IEnumerable<int> Numbers()
        {
            yield return 1;
            yield return 2;
        }

        var before = GC.GetTotalAllocatedBytes();
        new DataLoader<int, Tensor>([1, 2, 3], batchSize: int.MaxValue, numWorkers: numWorkers).Single().Numel().Should().Be(3);
        new DataLoader<int, Tensor>([1, 2, 3], batchSize: int.MaxValue, shuffle: true, numWorkers: numWorkers)
            .Single().Numel().Should().Be(3);
        new DataLoader<int, Tensor>(Numbers(), batchSize: int.MaxValue, numWorkers: numWorkers)
            .Select(static batch => batch.Numel()).Should().OnlyContain(static count => count == 2);
        new DataLoader<int, Tensor>(Numbers(), batchSize: int.MaxValue, dropLast: true, numWorkers: numWorkers).Should().BeEmpty();
        new DataLoader<int, Tensor>(Numbers().ToAsyncEnumerable(), batchSize: int.MaxValue).Single().Numel().Should().Be(2);
        (GC.GetTotalAllocatedBytes() - before).Should().BeLessThan(20L << 20);
    }

    [Test]
    public void Streams_come_one_after_the_other()
    {
        var (one, two) = (new Counted([1, 2]), new Counted([3]));
        (one + two).Should().Equal(1, 2, 3);
        (one + two).Datasets.Should().HaveCount(2);
        (one + two).Count.Should().Be(3);
        FluentActions.Invoking(() => new ChainDataset<int>(one, new Endless()).Count).Should().Throw<TorchTypeException>()
            .WithMessage("object of type 'Endless' has no len()");
        new ChainDataset<int>(one, new Endless()).Take(4).Should().Equal(1, 2, 0, 1);
    }

    [Test]
    public void Datasets_side_by_side_are_as_long()
    {
        const string Mismatch = "Size mismatch between datasets";
        FluentActions.Invoking(() => new StackDataset<int, int>([1], [1, 2])).Should().Throw<TorchValueException>().WithMessage(Mismatch);
        FluentActions.Invoking(() => new StackDataset<int, int, int>([1], [1], [])).Should().Throw<TorchValueException>()
            .WithMessage(Mismatch);
        FluentActions.Invoking(() => new StackDataset<int>(("a", [1]), ("b", []))).Should().Throw<TorchValueException>()
            .WithMessage(Mismatch);
        FluentActions.Invoking(() => new StackDataset<int>()).Should().Throw<TorchValueException>()
            .WithMessage("At least one dataset should be passed");
        FluentActions.Invoking(() => new StackDataset<int, int>([1], null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new StackDataset<int>(("a", [1]), ("a", [1]))).Should().Throw<ArgumentException>();
        var batch = new DataLoader<(int, string), (Tensor, string[])>(
            new StackDataset<int, string>([1, 2, 3], ["a", "b", "c"]), batchSize: 2).First();
        batch.Item1.ToArray<long>().Should().Equal(1, 2);
        batch.Item2.Should().Equal("a", "b");
    }

    [Test]
    public void A_split_warns_of_empty_parts_and_keeps_each_item()
    {
        Subset<int>[] parts = [];
        Warned.By(() => parts = Torch.Utils.Data.RandomSplit([1, 2], [0.5, 0.25, 0.25])).Should()
            .Equal(
                "Length of split at index 1 is 0. This might result in an empty dataset.",
                "Length of split at index 2 is 0. This might result in an empty dataset.");
        parts.SelectMany(static part => part).Should().BeEquivalentTo([1, 2]);
        parts.Select(static part => part.Count).Should().Equal(2, 0, 0);
    }

    private sealed record Sample(Tensor X, Tensor Y);

    private sealed class Counted(int[] numbers) : IterableDataset<int>, IReadOnlyCollection<int>
    {
        public int Count => numbers.Length;

        public override IEnumerator<int> GetEnumerator() => numbers.AsEnumerable().GetEnumerator();
    }

    private sealed class Endless : IterableDataset<int>
    {
        public override IEnumerator<int> GetEnumerator()
        {
            for (var i = 0; ; i++)
            {
                yield return i;
            }
        }
    }
}
