using System.Numerics;

namespace TorchLite.Tests.Ops;

/// <summary>linspace and logspace between complex numbers.</summary>
public sealed class ComplexRangeTests
{
    [Test]
    public void Complex_ends_make_complex_numbers()
    {
        Complex i = Complex.ImaginaryOne;
        Torch.Linspace(0, i, 3).ToString().Should().Be("tensor([0.+0.0000j, 0.+0.5000j, 0.+1.0000j])");
        Torch.Linspace(Torch.Tensor(0), Torch.Tensor(i), 3).ToString().Should().Be("tensor([0.+0.0000j, 0.+0.5000j, 0.+1.0000j])");
        Torch.Logspace(0, i, 3).ToString().Should().Be("tensor([ 1.0000+0.0000j,  0.4073+0.9133j, -0.6682+0.7440j])");
        FluentActions.Invoking(() => Torch.Linspace(0, i, 3, dtype: DType.Float32)).Should().Throw<TorchException>()
            .WithMessage("torch.linspace(): inferred dtype c10::complex<float> can't be safely cast to passed dtype Float");
    }
}
