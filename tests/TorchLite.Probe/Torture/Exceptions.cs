namespace TorchLite.Probe.Torture;

/// <summary>What is not tortured as everything else is, and why. A test asserts that nothing here is out of date.</summary>
internal static class Exceptions
{
    /// <summary>Not called by the sweep, by the beginning of its description.</summary>
    internal static readonly Dictionary<string, string> NotExercised = new()
    {
        ["Torch.SetPrintoptions("] = "changes what all threads print",
        ["Torch.Printoptions("] = "changes what all threads print",
        ["Torch.Scope("] = "a ref struct: Scenarios opens scopes by hand",
        ["Torch.NoGrad("] = "a ref struct: in Scenarios",
        ["Torch.EnableGrad("] = "a ref struct: in Scenarios",
        ["Torch.SetGradEnabled("] = "a ref struct: in Scenarios",
        ["Torch.InferenceMode("] = "a ref struct: in Scenarios",
        ["Torch.SetDefaultDevice("] = "changes where tensors are made",
        ["Torch.SetNumThreads("] = "of the whole process",
        ["Torch.SetNumInteropThreads("] = "of the whole process, once",
        ["Torch.UseDeterministicAlgorithms("] = "of the whole process",
        ["Torch.SetDeterministicDebugMode("] = "of the whole process",
        ["Torch.SetFloat32MatmulPrecision("] = "of the whole process",
        ["Torch.SetFlushDenormal("] = "changes what numbers come out",
        ["Torch.SetWarnAlways("] = "of the whole process",
        ["Ops.Call("] = "an operation by name: in OperatorsByNameTests",
        ["Ops.CallSeveral("] = "an operation by name: in OperatorsByNameTests",
        ["Tensor.AsTorchSharp("] = "gives what TorchSharp manages",
        ["Tensor.FromTorchSharp("] = "takes what TorchSharp manages",
        ["Autograd.Grad("] = "takes only what depends on one another: in Scenarios",
        ["Functional."] = "takes functions: in FunctionalTests",
        ["ForwardAd."] = "one level for all threads: in Scenarios",
        ["Autograd.Gradcheck("] = "takes functions: in GradcheckTests",
        ["Autograd.Gradgradcheck("] = "takes functions: in GradcheckTests",
        ["Tensor.RegisterHook("] = "takes a function: in HookTests",
        ["Tensor.RegisterPostAccumulateGradHook("] = "takes a function: in HookTests",
        ["Function.Create("] = "takes functions: in Scenarios",
        ["Utils.Checkpoint("] = "takes a function: in Scenarios",
        ["Utils.CheckpointSequential("] = "takes functions: in Scenarios",
        ["Autograd.DetectAnomaly("] = "a ref struct, of the whole process: in CheckpointTests",
        ["Autograd.SetDetectAnomaly("] = "a ref struct, of the whole process: in CheckpointTests",
        ["Amp.Autocast("] = "a ref struct, which changes what comes out: in AutocastTests",
        ["Torch.SetAutocast"] = "changes what comes out",
        ["Torch.ClearAutocastCache("] = "of what is cast: in AutocastTests",
        ["Profiler.RecordFunction("] = "a ref struct: in ProfileTests",
        ["Profiler.Profile("] = "one for the whole process: in ProfileTests",
        ["Profiler.TensorboardTraceHandler("] = "makes a folder: in ProfileTests",
        ["SwaUtils.UpdateBn("] = "takes a module: in AveragedModelTests",
        ["Warnings.add_Raised("] = "takes a function: in OptimizerTests",
        ["Warnings.remove_Raised("] = "takes a function: in OptimizerTests",
        ["Random.ForkRng("] = "a ref struct: in GeneratorTests",
        ["Random.SetRngState("] = "takes a state and nothing else: in GeneratorTests",
        ["Torch.SetRngState("] = "takes a state and nothing else: in GeneratorTests",
        ["Tensor.AsSpan("] = "a ref struct: in InteropScenarios",
        ["Tensor.AsTensorSpan("] = "a ref struct: in InteropScenarios",
        ["Tensor.AsReadOnlyTensorSpan("] = "a ref struct: in InteropScenarios",
        ["Tensor.CopyTo("] = "writes to a span: in InteropScenarios",
        ["Tensor.ToArray4D("] = "no recipe makes four dimensions: in SpanTests",
        ["Tensor.ToJagged("] = "the type must fit the tensor: in SpanTests",
        ["Torch.FromPointer("] = "takes any address for memory: in InteropScenarios",
        ["Torch.FromTensorSpan("] = "a ref struct: in InteropScenarios",
        ["Torch.ToDlpack("] = "gives a capsule: in InteropScenarios",
        ["Torch.FromDlpack("] = "takes a capsule: in InteropScenarios",
        ["Cuda.Synchronize("] = "needs a GPU",
        ["Cuda.CurrentDevice("] = "needs a GPU",
        ["Cuda.SetDevice("] = "needs a GPU",
        ["Cuda.GetDevice"] = "needs a GPU",
        ["Cuda.MemGetInfo("] = "needs a GPU",
        ["Cuda.MemorySummary("] = "needs a GPU",
        ["Cuda.ResetPeakMemoryStats("] = "needs a GPU",
        ["Cuda.ResetAccumulatedMemoryStats("] = "needs a GPU",
        ["Cuda.CurrentStream("] = "needs a GPU",
        ["Cuda.DefaultStream("] = "needs a GPU",
        ["Cuda.Stream("] = "a ref struct: in CudaTests",
        ["Cuda.MemoryStats("] = "gives a dictionary, empty without a GPU: in CudaTests",
        ["Memory.set_Budget("] = "the torture has garbage enough, and a budget of one byte would leave time for nothing else",
        ["Tensor.PinMemory("] = "needs a GPU",
        ["Linalg.LdlSolve("] = "takes only the results of a factorization, which no recipe makes",
        ["Linalg.LuSolve("] = "takes only the results of a factorization, which no recipe makes",
        ["Tensor.LuSolve("] = "takes only the results of a factorization, which no recipe makes",
        ["Torch.LuSolve("] = "takes only the results of a factorization, which no recipe makes",
        ["Tensor.Istft("] = "takes only the results of stft, which no recipe makes",
        ["Torch.Istft("] = "takes only the results of stft, which no recipe makes",
        ["Torch.Gradient(Tensor input, ReadOnlySpan<Double>"] = "no recipe makes lists of real numbers",
        ["Torch.Histogramdd(Tensor input, ReadOnlySpan<Tensor>"] = "no recipe makes edges for each dimension",
        ["Torch.SvdLowrank("] = "repeats its steps as often as it is told",
        ["Torch.PcaLowrank("] = "repeats its steps as often as it is told",
        ["Windows.GeneralCosine("] = "no recipe makes lists of real numbers",
        ["Torch.BroadcastShapes("] = "takes shapes, and no tensor",
        ["Tensor.Ormqr("] = "takes only the results of a factorization, which no recipe makes",
        ["Torch.Ormqr("] = "takes only the results of a factorization, which no recipe makes",
        ["Torch.Save("] = "writes files: in Scenarios",
        ["Torch.Load("] = "reads files: in Scenarios",
        ["Torch.LoadStateDict("] = "reads files: in Scenarios",
        ["Memory.ResetPeak("] = "changes what all threads see",
        ["Func.FunctionalCall("] = "takes a module: in the tests of Nn",
        ["Parametrizations.Orthogonal("] = "takes a module: in the tests of Nn",
        ["Parametrizations.SpectralNorm("] = "takes a module: in the tests of Nn",
        ["Parametrizations.WeightNorm("] = "takes a module: in the tests of Nn",
        ["Parametrize.IsParametrized("] = "takes a module: in the tests of Nn",
        ["Parametrize.ParametrizationsOf("] = "takes a module: in the tests of Nn",
        ["Parametrize.RegisterParametrization("] = "takes a module: in the tests of Nn",
        ["Parametrize.RemoveParametrizations("] = "takes a module: in the tests of Nn",
        ["Parametrize.TransferParametrizationsAndParams("] = "takes a module: in the tests of Nn",
        ["Parametrize.TypeBeforeParametrizations("] = "takes a module: in the tests of Nn",
        ["Prune.CustomFromMask("] = "takes a module: in the tests of Nn",
        ["Prune.GlobalUnstructured("] = "takes a module: in the tests of Nn",
        ["Prune.Identity("] = "takes a module: in the tests of Nn",
        ["Prune.IsPruned("] = "takes a module: in the tests of Nn",
        ["Prune.L1Unstructured("] = "takes a module: in the tests of Nn",
        ["Prune.LnStructured("] = "takes a module: in the tests of Nn",
        ["Prune.RandomStructured("] = "takes a module: in the tests of Nn",
        ["Prune.RandomUnstructured("] = "takes a module: in the tests of Nn",
        ["Prune.Remove("] = "takes a module: in the tests of Nn",
        ["Utils.ConvertConv2dWeightMemoryFormat("] = "takes a module: in the tests of Nn",
        ["Utils.ConvertConv3dWeightMemoryFormat("] = "takes a module: in the tests of Nn",
        ["Utils.FuseConvBnEval("] = "takes a module: in the tests of Nn",
        ["Utils.FuseLinearBnEval("] = "takes a module: in the tests of Nn",
        ["Utils.RemoveSpectralNorm("] = "takes a module: in the tests of Nn",
        ["Utils.RemoveWeightNorm("] = "takes a module: in the tests of Nn",
        ["Utils.SkipInit("] = "takes a module: in the tests of Nn",
        ["Utils.SpectralNorm("] = "takes a module: in the tests of Nn",
        ["Utils.Summary("] = "takes a module: in the tests of Nn",
        ["Utils.WeightNorm("] = "takes a module: in the tests of Nn",
        ["Utils.ClipGradNorm_("] = "takes parameters, of which no recipe makes a list: in UtilsTests",
        ["Utils.ClipGradValue_("] = "takes parameters, of which no recipe makes a list: in UtilsTests",
        ["Utils.ClipGradsWithNorm_("] = "takes parameters, of which no recipe makes a list: in UtilsTests",
        ["Utils.GetTotalNorm("] = "takes parameters, of which no recipe makes a list: in UtilsTests",
        ["Utils.ParametersToVector("] = "takes parameters, of which no recipe makes a list: in UtilsTests",
        ["Utils.VectorToParameters("] = "takes parameters, of which no recipe makes a list: in UtilsTests",
        ["Utils.ConsumePrefixInStateDictIfPresent("] = "takes a state dict: in StateDictTests",
        ["Rnn.PadPackedSequence("] = "takes packed sequences: in PackedSequenceTests",
        ["Rnn.UnpackSequence("] = "takes packed sequences: in PackedSequenceTests",
    };

    /// <summary>Random numbers, memory that nobody wrote, addresses: only dtype and shape are the same each time.</summary>
    internal static readonly HashSet<string> Varying =
    [
        "Rand", "Randn", "Randint", "Randperm", "RandLike", "RandnLike", "RandintLike", "Random_", "Uniform_", "Normal_", "Bernoulli_",
        "Exponential_", "Bernoulli", "Multinomial", "Normal", "Poisson", "Cauchy_", "Geometric_", "LogNormal_", "GetRngState", "Seed",
        "InitialSeed", "Empty", "EmptyLike", "EmptyStrided", "EmptyPermuted", "NewEmpty", "NewEmptyStrided", "DataPtr", "GetHashCode",
        "KaimingNormal_", "KaimingUniform_", "XavierNormal_", "XavierUniform_", "TruncNormal_", "Orthogonal_", "Sparse_", "Dropout",
        "Dropout1d", "Dropout2d", "Dropout3d", "AlphaDropout", "FeatureAlphaDropout", "Rrelu", "Rrelu_", "GumbelSoftmax",
        "FractionalMaxPool2d", "FractionalMaxPool3d", "FractionalMaxPool2dWithIndices", "FractionalMaxPool3dWithIndices",
        "ScaledDotProductAttention", "InvertPermutation", "Equals", "GetPrintoptions", "LiveBytes", "LiveTensors", "PeakBytes", "get_Collections", "get_Budget",

        // Whether two are one: of temporaries never, of shared tensors where they are.
        "IsSetTo",
    ];

    /// <summary>LAPACK: of lstsq the last bits were seen to change from call to call; its kin are held to dtype and shape alike.</summary>
    private static readonly HashSet<string> Lapack =
    [
        "Pinverse", "CholeskyInverse", "CholeskySolve", "Svd", "Geqrf", "Orgqr", "Ormqr", "LuSolve", "Lu",
    ];

    internal static bool IsVarying(Operation operation) =>
        Varying.Contains(operation.Method.Name) || Lapack.Contains(operation.Method.Name)
        || operation.Method.DeclaringType == typeof(Torch.Linalg);

    internal static string? Reason(System.Reflection.MethodInfo method)
    {
        var text = Operation.Describe(method);
        return NotExercised.FirstOrDefault(pair => text.StartsWith(pair.Key, StringComparison.Ordinal)).Value;
    }
}
