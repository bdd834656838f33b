using System.Numerics;
using TorchLite.Utils.Data;

namespace TorchLite.Tests.Data;

public class CollateTests
{
    [Test]
    public void Numbers_keep_their_type_but_int_is_Pythons()
    {
        Made(true, false).Should().Be("tensor([ True, False])");
        Made<byte>(1, 2).Should().Be("tensor([1, 2], dtype=torch.uint8)");
        Made<sbyte>(1, 2).Should().Be("tensor([1, 2], dtype=torch.int8)");
        Made<short>(1, 2).Should().Be("tensor([1, 2], dtype=torch.int16)");
        Made(1, 2).Should().Be("tensor([1, 2])");
        Made(1L, 2L).Should().Be("tensor([1, 2])");
        Made(1f, 2.5f).Should().Be("tensor([1.0000, 2.5000])");
        Made(1.0, 2.5).Should().Be("tensor([1.0000, 2.5000], dtype=torch.float64)");
        Made((Half)1, (Half)2).Should().Be("tensor([1., 2.], dtype=torch.float16)");
        Made(Complex.One).Should().Be("tensor([1.+0.j], dtype=torch.complex128)");
        Made<ushort>(1).Should().Be("tensor([1], dtype=torch.uint16)");
        Torch.Utils.Data.DefaultCollate([1, 2]).DType.Should().Be(DType.Int64);
        Torch.Utils.Data.DefaultCollate([1f, 2f]).DType.Should().Be(DType.Float32);
        Torch.Utils.Data.DefaultCollate([1.0, 2.0]).DType.Should().Be(DType.Float64);
        Torch.Utils.Data.DefaultCollate([1L, 2L]).DType.Should().Be(DType.Int64);
        Made<float[]>([1, 2], [3, 4]).Should().Be("tensor([[1., 2.],\n        [3., 4.]])");
        Made<int[,]>(new int[1, 2], new int[1, 2]).Should().Be("tensor([[[0, 0]],\n\n        [[0, 0]]], dtype=torch.int32)");
    }

    [Test]
    public void Tuples_records_lists_and_dictionaries_are_collated_part_by_part()
    {
        var (a, b) = (Torch.Tensor([1, 2]), Torch.Tensor([3, 4]));
        Torch.Utils.Data.DefaultCollate([((a, b), a), ((b, a), b)]).Item1.Item2.Flatten().ToArray<long>().Should().Equal(3, 4, 1, 2);
        Torch.Utils.Data.DefaultCollate([Tuple.Create(a, b), Tuple.Create(b, b)]).Item1.Shape.Should().Equal(2, 2);
        var pair = Torch.Utils.Data.DefaultCollate<Raw, Pair>([new(1.5, "x"), new(2.5, "y")]);
        pair.Value.ToArray<double>().Should().Equal(1.5, 2.5);
        pair.Name.Should().Equal("x", "y");
        FluentActions.Invoking(() => Torch.Utils.Data.DefaultCollate<Pair>([pair])).Should().Throw<TorchTypeException>();
    }

    [Test]
    public void Lists_are_of_equal_length_and_dictionaries_have_the_same_keys()
    {
        var (a, b) = (Torch.Tensor(1), Torch.Tensor(2));
        var lists = Torch.Utils.Data.DefaultCollate<Tensor[]>([[a, b], [b, b]]);
        lists.Select(static one => one.ToString()).Should().Equal("tensor([1, 2])", "tensor([2, 2])");
        Torch.Utils.Data.DefaultCollate<List<int>, List<Tensor>>([[1, 2], [3, 4]])[1].ToString().Should().Be("tensor([2, 4])");
        FluentActions.Invoking(() => Torch.Utils.Data.DefaultCollate<Tensor[]>([[a], [a, b]])).Should().Throw<TorchException>()
            .WithMessage("each element in list of batch should be of equal size");
        var named = Torch.Utils.Data.DefaultCollate<Dictionary<string, object>>(
            [new() { ["x"] = a, ["n"] = 1, ["s"] = "p" }, new() { ["s"] = "q", ["n"] = 2, ["x"] = b, ["more"] = 1 }]);
        named.Keys.Should().Equal("x", "n", "s");
        named["x"].ToString().Should().Be("tensor([1, 2])");
        named["n"].ToString().Should().Be("tensor([1, 2])");
        ((string[])named["s"]).Should().Equal("p", "q");
        FluentActions.Invoking(
                () => Torch.Utils.Data.DefaultCollate<Dictionary<string, Tensor>>([new() { ["x"] = a }, new() { ["y"] = a }]))
            .Should().Throw<KeyNotFoundException>();
    }

    [Test]
    public void What_becomes_no_batch_is_said_when_the_loader_is_made()
    {
        const string Text = "default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found ";
        FluentActions.Invoking(() => new DataLoader<Uri>([new("http://a")])).Should().Throw<TorchTypeException>()
            .WithMessage(Text + "System.Uri");
        FluentActions.Invoking(() => new DataLoader<(Tensor, Uri)>([])).Should().Throw<TorchTypeException>()
            .WithMessage(Text + "System.Uri");
        FluentActions.Invoking(() => new DataLoader<int>([1])).Should().Throw<TorchTypeException>().WithMessage("*Name both types*");
        FluentActions.Invoking(() => new DataLoader<(float, string)>([])).Should().Throw<TorchTypeException>()
            .WithMessage("*Name both types*");
        FluentActions.Invoking(() => Torch.Utils.Data.DefaultCollate<Tensor>([])).Should().Throw<TorchIndexException>()
            .WithMessage("list index out of range");
        FluentActions.Invoking(() => Torch.Utils.Data.DefaultCollate<Tensor>([Torch.Ones(2), Torch.Ones(3)]))
            .Should().Throw<TorchException>()
            .WithMessage("stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1");
        new DataLoader<Uri>([new("http://a")], collateFn: static batch => batch[0]).Single().Scheme.Should().Be("http");
        new DataLoader<Uri>([new("http://a")], batchSize: null).Single().Scheme.Should().Be("http");
    }

    [Test]
    public void What_is_missing_or_of_another_type_is_told()
    {
        const string Null = "default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found null";
        var one = Torch.Tensor(1);
        Refused(() => Torch.Utils.Data.DefaultCollate<(Tensor, Tensor)>([(one, one), (one, null!)])).Should().Be(Null);
        Refused(() => Torch.Utils.Data.DefaultCollate<Tensor[]>([[one], [null!]])).Should().Be(Null);
        Refused(() => Torch.Utils.Data.DefaultCollate<(string, int), (string[], Tensor)>([("a", 1), (null!, 2)])).Should().Be(Null);
        Refused(() => Torch.Utils.Data.DefaultCollate<Raw, Pair>([new(1, "x"), new(2, null!)])).Should().Be(Null);
        Refused(() => Torch.Utils.Data.DefaultCollate<Dictionary<string, Tensor>>([new() { ["x"] = one }, new() { ["x"] = null! }]))
            .Should().Be(Null);
        const string Same = "default_collate: what stands in the same place must be of the same type; found ";
        Refused(() => Torch.Utils.Data.DefaultCollate<object>([1, 2.5])).Should().Be($"{Same}System.Int32 and System.Double");
        Refused(() => Torch.Utils.Data.DefaultCollate<object>([one, 1])).Should().Be($"{Same}TorchLite.Tensor and System.Int32");
        ((Tensor)Torch.Utils.Data.DefaultCollate<object>([one, new TorchLite.Nn.Parameter(Torch.Tensor(2.0))])).Numel().Should().Be(2);
        ((Tensor)Torch.Utils.Data.DefaultCollate<object>([new TorchLite.Nn.Parameter(Torch.Tensor(2.0)), one])).Numel().Should().Be(2);
        Refused(() => Torch.Utils.Data.DefaultCollate<HashSet<int>, List<Tensor>>([[1], [2]])).Should().Contain("become no batch");
        Torch.Utils.Data.DefaultCollate<IEnumerable<int>, List<Tensor>>([Enumerable.Range(0, 2), Enumerable.Range(5, 2)])[1]
            .ToString().Should().Be("tensor([1, 6])");
    }

    [Test]
    public void What_the_class_of_an_item_throws_comes_out_as_it_is()
    {
        FluentActions.Invoking(() => Torch.Utils.Data.DefaultCollate<Strict>([new(Torch.Tensor(1)), new(Torch.Tensor(2))]))
            .Should().Throw<ArgumentException>().WithMessage("no more than one");
        FluentActions.Invoking(() => Torch.Utils.Data.DefaultCollate<Broken, Pair>([new(1, "")]))
            .Should().Throw<InvalidDataException>().WithMessage("no name");
    }

    private static string Refused(Func<object> action) => action.Should().Throw<TorchTypeException>().Which.Message;

    private static string Made<T>(params T[] items) => Torch.Utils.Data.DefaultCollate<T, Tensor>(items).ToString();

    private sealed record Raw(double Value, string Name);

    private sealed record Pair(Tensor Value, string[] Name);

    private sealed class Strict
    {
        public Strict(Tensor x) => X = x.Dim() == 0 ? x : throw new ArgumentException("no more than one");

        public Tensor X { get; }
    }

    private sealed record Broken(double Value, string GivenName)
    {
        public string Name => GivenName.Length > 0 ? GivenName : throw new InvalidDataException("no name");
    }
}
