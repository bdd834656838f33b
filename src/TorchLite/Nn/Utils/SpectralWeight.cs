using F = TorchLite.Torch.Nn.Functional;

namespace TorchLite.Nn.Utils;

/// <summary>A weight that is divided by its greatest singular value in each call: PyTorch's <c>SpectralNorm</c> hook.</summary>
internal sealed class SpectralWeight(string name, int iterations, long dim, double eps) : NormedWeight(name)
{
    protected override string[] Ends => ["_orig", "_u", "_v"];

    internal void Apply(Module module, Parameter weight)
    {
        using var _ = Torch.NoGrad();
        var matrix = Matrix(weight);
        var u = F.Normalize(weight.NewEmpty([matrix.Size(0)]).Normal_(0, 1), dim: 0, eps: eps);
        var v = F.Normalize(weight.NewEmpty([matrix.Size(1)]).Normal_(0, 1), dim: 0, eps: eps);
        module.RegisterParameter($"{Name}_orig", weight);
        var value = module.Compute(Name, this, owner => Of(owner, owner.Training), staysAfterCalls: true);
        value.Set(weight.Detach());
        module.RegisterBuffer($"{Name}_u", u);
        module.RegisterBuffer($"{Name}_v", v);
    }

    /// <summary>Notes in what a state dict tells of the module that the second vector is saved.</summary>
    internal void NoteVersion(OrderedDictionary<string, object?> facts)
    {
        if (facts.GetValueOrDefault("spectral_norm") is not OrderedDictionary<object, object?> versions)
        {
            facts["spectral_norm"] = versions = [];
        }

        versions[$"{Name}.version"] = 1L;
    }

    /// <summary>Computes the second vector where a file of before PyTorch 1.0 has the normalized weight instead.</summary>
    internal void Mend(StateLoading loading, string prefix)
    {
        var version = (loading.Fact(prefix, "spectral_norm") as OrderedDictionary<object, object?>)?.GetValueOrDefault($"{Name}.version");
        var key = prefix + Name;
        if (version is >= 1L || (version is null && !loading.ContainsKey(key) && Ends.All(end => loading.ContainsKey(key + end))))
        {
            return;
        }

        string[] missing = [.. new[] { $"{key}_orig", key, $"{key}_u" }.Where(one => !loading.ContainsKey(one))];
        loading.Keys.MissingKeys.AddRange(missing);
        if (missing.Length > 0)
        {
            return;
        }

        var (weight, u) = ((Tensor)loading[$"{key}_orig"]!, (Tensor)loading[$"{key}_u"]!);
        var sigma = (weight / (Tensor)loading.Remove(key)!).Mean();
        var matrix = Matrix(weight);
        var v = Torch.Linalg.MultiDot([matrix.T.Mm(matrix).Pinverse(), matrix.T, u.Unsqueeze(1)]).Squeeze(1);
        loading[$"{key}_v"] = v.Mul_(sigma / u.Dot(matrix.Mv(v)));
    }

    protected override Tensor Of(Module module, bool iterates)
    {
        var weight = module.GetParameter($"{Name}_orig");
        Tensor u = module.GetBuffer($"{Name}_u"), v = module.GetBuffer($"{Name}_v");
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
        weight = OutputsFirst(weight, dim);
        return weight.Reshape(weight.Size(0), -1);
    }
}
