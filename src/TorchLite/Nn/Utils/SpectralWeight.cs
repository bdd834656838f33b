using F = TorchLite.Torch.Nn.Functional;

namespace TorchLite.Nn.Utils;

/// <summary>A weight that is divided by its greatest singular value in each call: PyTorch's <c>SpectralNorm</c> hook.</summary>
internal sealed class SpectralWeight(string name, int iterations, long dim, double eps)
{
    internal static void Remove(Module module, string name)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(name);
        if (!module.Computed.TryGetValue(name, out var known) || known.Kind is not SpectralWeight norm)
        {
            throw new TorchValueException($"spectral_norm of '{name}' not found in {module}");
        }

        using var _ = Torch.NoGrad();
        module.Settle(name, new Parameter(norm.Weight(module, iterates: false)));
        foreach (var end in new[] { "_orig", "_u", "_v" })
        {
            module.Unregister(name + end);
        }
    }

    internal void Apply(Module module, Parameter weight)
    {
        if (module.Computed.TryGetValue(name, out var known) && known.Kind is SpectralWeight)
        {
            throw new TorchException($"Cannot register two spectral_norm hooks on the same parameter {name}");
        }

        using var _ = Torch.NoGrad();
        var matrix = Matrix(weight);
        var u = F.Normalize(weight.NewEmpty([matrix.Size(0)]).Normal_(0, 1), dim: 0, eps: eps);
        var v = F.Normalize(weight.NewEmpty([matrix.Size(1)]).Normal_(0, 1), dim: 0, eps: eps);
        module.RegisterParameter($"{name}_orig", weight);
        var value = module.Compute(name, this, owner => Weight(owner, owner.Training), staysAfterCalls: true);
        value.Set(weight.Detach());
        module.RegisterBuffer($"{name}_u", u);
        module.RegisterBuffer($"{name}_v", v);
    }

    private Tensor Weight(Module module, bool iterates)
    {
        var weight = module.GetParameter($"{name}_orig");
        Tensor u = module.GetBuffer($"{name}_u"), v = module.GetBuffer($"{name}_v");
        var matrix = Matrix(weight);
        if (iterates)
        {
            using (Torch.NoGrad())
            {
                for (var i = 0; i < iterations; i++)
                {
                    v.Copy_(F.Normalize(matrix.T.Mv(u), dim: 0, eps: eps));
                    u.Copy_(F.Normalize(matrix.Mv(v), dim: 0, eps: eps));
                }

                // Copies, which backward needs when the next iteration has changed them.
                (u, v) = (u.Clone(), v.Clone());
            }
        }

        return weight / u.Dot(matrix.Mv(v));
    }

    private Tensor Matrix(Tensor weight)
    {
        if (dim != 0)
        {
            weight = weight.Permute([dim, .. Enumerable.Range(0, (int)weight.Dim()).Select(static d => (long)d).Where(d => d != dim)]);
        }

        return weight.Reshape(weight.Size(0), -1);
    }
}
