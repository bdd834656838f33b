namespace TorchLite.Nn.Utils;

/// <summary>A weight whose norm and direction are learnt apart: PyTorch's <c>WeightNorm</c> hook.</summary>
internal sealed class DirectedWeight(string name, long dim) : NormedWeight(name)
{
    protected override string[] Ends => ["_g", "_v"];

    internal void Apply(Module module, Parameter weight)
    {
        using (Torch.NoGrad())
        {
            module.RegisterParameter($"{Name}_g", new Parameter(WeightNormKernel.Norms(weight, dim)));
            module.RegisterParameter($"{Name}_v", new Parameter(weight));
        }

        module.Compute(Name, this, owner => Of(owner, iterates: false), staysAfterCalls: true);
    }

    protected override Tensor Of(Module module, bool iterates) =>
        WeightNormKernel.Weight(module.GetParameter($"{Name}_v"), module.GetParameter($"{Name}_g"), dim);
}
