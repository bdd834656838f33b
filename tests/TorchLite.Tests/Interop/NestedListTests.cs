namespace TorchLite.Tests.Interop;

/// <summary>Lists of lists become tensors as arrays of arrays do.</summary>
public sealed class NestedListTests
{
    [Test]
    public void A_list_of_lists_is_a_tensor_of_two_dimensions()
    {
        Torch.Tensor(new List<List<float>> { new() { 1, 2 }, new() { 3, 4 } }).ToString().Should()
            .Be("tensor([[1., 2.],\n        [3., 4.]])");
        Torch.Tensor(new List<float>[] { [1, 2], [3, 4] }).ToString().Should().Be("tensor([[1., 2.],\n        [3., 4.]])");
        Torch.Tensor(new[] { new List<long[]> { new[] { 1L } } }).ToString().Should().Be("tensor([[[1]]])");
        Torch.Tensor(new List<IReadOnlyList<byte>> { new byte[] { 1 }, new List<byte> { 2 } }).ToString().Should()
            .Be("tensor([[1],\n        [2]], dtype=torch.uint8)");
        Torch.Tensor(new List<List<int>> { new() { 1 } }, DType.Float64).ToString().Should().Be("tensor([[1.]], dtype=torch.float64)");
        Torch.Tensor(new List<float[,]> { new float[,] { { 1, 2 } } }).Shape.ToString().Should().Be("torch.Size([1, 1, 2])");
        Torch.Tensor(Enumerable.Range(0, 2).Select(static i => Enumerable.Range(i, 2))).ToString().Should()
            .Be("tensor([[0, 1],\n        [1, 2]], dtype=torch.int32)");
        Torch.AsTensor(new List<double>[] { [1] }).ToString().Should().Be("tensor([[1.]], dtype=torch.float64)");
    }

    [Test]
    public void Every_type_of_number_is_copied_from_a_list()
    {
        Check<bool>(true);
        Check<sbyte>(-1);
        Check<byte>(1);
        Check<short>(-1);
        Check<ushort>(1);
        Check(-1);
        Check(1u);
        Check(-1L);
        Check(1UL);
        Check((Half)1.5);
        Check(1.5f);
        Check(1.5);
        Check(new System.Numerics.Complex(1, 2));

        static void Check<T>(T number)
            where T : unmanaged
        {
            Torch.Tensor(new List<List<T>> { new() { number, default } }).ToArray<T>().Should().Equal(number, default);
            Torch.Tensor(new List<LinkedList<T>> { new([number]) }).ToArray<T>().Should().Equal(number);
        }
    }

    [Test]
    public void Empty_lists_have_the_sizes_of_the_first()
    {
        Torch.Tensor(new List<List<float>>()).Shape.ToString().Should().Be("torch.Size([0])");
        Torch.Tensor(new List<List<float>> { new(), new() }).Shape.ToString().Should().Be("torch.Size([2, 0])");
    }

    [Test]
    public void Lists_that_do_not_fit_are_refused_in_PyTorchs_words()
    {
        Refused(new List<List<float>> { new() { 1, 2 }, new() { 3 } }).Should().Be("expected sequence of length 2 at dim 1 (got 1)");
        Refused(new List<List<float>> { new(), new() { 3 } }).Should().Be("expected sequence of length 0 at dim 1 (got 1)");
        Refused(new List<List<float>?> { new() { 1 }, null }).Should().Be("not a sequence");
        Refused(new List<List<float>?> { null, new() { 1 } }).Should().Be("not a sequence");
        Refused(new List<List<string>> { new() { "a" } }).Should().StartWith("can't convert an array of System.String.");
    }

    [Test]
    public void A_sequence_that_grows_while_it_is_copied_writes_nothing_beyond_its_tensor()
    {
        var reads = 0;
        FluentActions.Invoking(() => Torch.Tensor(new[] { Growing() })).Should().Throw<InvalidOperationException>()
            .WithMessage("A list became longer while it was copied.");

        IEnumerable<int> Growing()
        {
            var count = reads++ < 2 ? 1 : 1_000_000;
            for (var i = 0; i < count; i++)
            {
                yield return i;
            }
        }
    }

    private static string Refused<T>(IEnumerable<T> rows) =>
        FluentActions.Invoking(() => Torch.Tensor(rows)).Should().Throw<TorchException>().Which.Message;
}
