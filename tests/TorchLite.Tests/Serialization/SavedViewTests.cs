namespace TorchLite.Tests.Serialization;

/// <summary>Every kind of view is saved as it is, or refused; and views of one memory share it when they come back.</summary>
[NonParallelizable]
public sealed class SavedViewTests
{
    private static IEnumerable<TestCaseData> Views()
    {
        var x = Torch.Arange(6.0).Reshape(2, 3);
        var imaginary = Torch.Tensor([System.Numerics.Complex.ImaginaryOne, 2]);
        return new (string Name, Tensor View)[]
        {
            ("nothing in the middle", x[1..1]), ("nothing at the end", x[2..]), ("expanded", Torch.Ones(1, 3).Expand(4, 3)),
            ("a column", x[.., 1]), ("every second", x[.., "::2"]), ("transposed", Torch.T(x)), ("no elements", Torch.Zeros(0, 3)),
            ("no dimensions", Torch.Tensor(3.0)), ("an element", x[1, 2]), ("conjugate", imaginary.Conj()),
            ("negative", imaginary.Conj().Imag), ("real part", imaginary.Real), ("as bytes", x.View(DType.Uint8)[.., 2..5]),
            ("complex32", Torch.Complex(x.Half(), x.Half())),
        }.Select(static view => new TestCaseData(view.View).SetArgDisplayNames(view.Name));
    }

    [TestCaseSource(nameof(Views))]
    public void A_view_comes_back_as_it_was(Tensor view)
    {
        var back = (Tensor)Again(view)!;

        back.ToString().Should().Be(view.ToString());
        (back.DType, back.Shape, back.StorageOffset()).Should().Be((view.DType, view.Shape, view.StorageOffset()));
        back.Stride().Should().Equal(view.Stride());
    }

    [Test]
    public void Views_of_one_memory_share_it_again_in_any_order()
    {
        var x = Torch.Arange(6.0).Reshape(2, 3);
        Tensor[][] orders = [[Torch.T(x), x], [x, Torch.T(x)], [x[.., 1], x[1..1], x, x[1..]], [x[1..1], Torch.T(x)[1]]];
        foreach (var order in orders)
        {
            var back = ((List<object?>)Again(order.ToList())!).Cast<Tensor>().ToArray();
            back.Select(static tensor => tensor.ToString()).Should().Equal(order.Select(static tensor => tensor.ToString()));
            back[^1].Fill_(7);
            order[^1].Fill_(7);
            back.Select(static tensor => tensor.ToString()).Should().Equal(order.Select(static tensor => tensor.ToString()));
            x.Copy_(Torch.Arange(6.0).Reshape(2, 3));
        }
    }

    [Test]
    public void The_writers_refuse_what_they_can_not_write()
    {
        var meta = Torch.Ones([2], device: "meta");
        var half = Torch.Ones([2], dtype: DType.Half);
        var complex = Torch.Complex(half, half);
        FluentActions.Invoking(() => Npy.Save(new MemoryStream(), meta)).Should().Throw<TorchTypeException>();
        FluentActions.Invoking(() => Npy.Save(new MemoryStream(), complex)).Should().Throw<TorchTypeException>()
            .WithMessage("Got unsupported ScalarType ComplexHalf");
        FluentActions.Invoking(() => SafeTensors.Save(new Dictionary<string, Tensor> { ["x"] = complex }))
            .Should().Throw<TorchTypeException>().WithMessage("*complex32*");
        FluentActions.Invoking(() => Csv.Save(new MemoryStream(), complex)).Should().Throw<TorchTypeException>();
    }

    private static object? Again(object value)
    {
        using var bytes = new MemoryStream();
        Torch.Save(value, bytes);
        bytes.Position = 0;
        return Torch.Load(bytes);
    }
}
