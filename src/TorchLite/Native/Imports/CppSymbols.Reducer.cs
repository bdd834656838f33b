namespace TorchLite.Native;

/// <content>
/// DistributedDataParallel's engine. Its lists, maps and shared pointers are libstdc++'s, laid out by hand: Linux x64 only.
/// </content>
internal static partial class CppSymbols
{
    private const string Group = "N3c1013intrusive_ptrINS_12ProcessGroupENS0_6detail34intrusive_target_default_null_typeIS2_EEEE";
    private const string Reducer = "_ZN4c10d7Reducer";

    /// <summary>
    /// <c>c10d::Reducer::Reducer(std::vector&lt;at::Tensor&gt; params, std::vector&lt;std::vector&lt;size_t&gt;&gt; bucket_indices,
    /// intrusive_ptr&lt;ProcessGroup&gt;, std::vector&lt;bool&gt; expect_sparse_gradients, int64_t bucket_bytes_cap, bool
    /// find_unused_parameters, bool gradient_as_bucket_view, std::unordered_map&lt;size_t, std::string&gt; param_names, int64_t
    /// first_bucket_bytes_cap, bool skip_all_reduce_unused_params, bool use_python_reducer)</c>.
    /// </summary>
    internal static readonly CppSymbol MakeReducer = new(
        Reducer + "C1ESt6vectorIN2at6TensorESaIS3_EES1_IS1_ImSaImEESaIS7_EEN3c1013intrusive_ptrINS_12ProcessGroupENSA_6detail34intrusive_"
        + "target_default_null_typeISC_EEEES1_IbSaIbEElbbSt13unordered_mapImNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEESt4hashIm"
        + "ESt8equal_toImESaISt4pairIKmSP_EEElbb");

    /// <summary><c>c10d::Reducer::~Reducer()</c>.</summary>
    internal static readonly CppSymbol DestroyReducer = new(Reducer + "D1Ev");

    /// <summary><c>void c10d::Reducer::prepare_for_forward()</c>.</summary>
    internal static readonly CppSymbol PrepareForForward = new(Reducer + "19prepare_for_forwardEv");

    /// <summary><c>void c10d::Reducer::prepare_for_backward(const std::vector&lt;at::Tensor&gt;&amp;)</c>.</summary>
    internal static readonly CppSymbol PrepareForBackward = new(Reducer + "20prepare_for_backwardERKSt6vectorIN2at6TensorESaIS3_EE");

    /// <summary><c>bool c10d::Reducer::rebuild_buckets()</c>.</summary>
    internal static readonly CppSymbol RebuildBuckets = new(Reducer + "15rebuild_bucketsEv");

    /// <summary><c>void c10d::Reducer::push_rebuilt_params_for_all_indices()</c>.</summary>
    internal static readonly CppSymbol PushRebuiltParams = new(Reducer + "35push_rebuilt_params_for_all_indicesEv");

    /// <summary><c>void c10d::Reducer::set_static_graph()</c>.</summary>
    internal static readonly CppSymbol SetStaticGraph = new(Reducer + "16set_static_graphEv");

    /// <summary><c>void c10d::Reducer::delay_all_reduce()</c>.</summary>
    internal static readonly CppSymbol DelayAllReduce = new(Reducer + "16delay_all_reduceEv");

    /// <summary>
    /// <c>void c10d::Reducer::set_forward_pass_work_handle(intrusive_ptr&lt;Work&gt;, bool useStaticWorldSize)</c>.
    /// </summary>
    internal static readonly CppSymbol SetForwardPassWork = new(
        Reducer + "28set_forward_pass_work_handleEN3c1013intrusive_ptrINS_4WorkENS1_6detail34intrusive_target_default_null_typeIS3_EEEEb");

    /// <summary><c>std::vector&lt;GradBucket&gt; c10d::Reducer::get_grad_buckets(bool return_zero_tensors) const</c>.</summary>
    internal static readonly CppSymbol GetGradBuckets = new("_ZNK4c10d7Reducer16get_grad_bucketsEb");

    /// <summary><c>at::Tensor c10d::Reducer::get_local_used_map_on_device() const</c>.</summary>
    internal static readonly CppSymbol GetLocalUsedMap = new("_ZNK4c10d7Reducer28get_local_used_map_on_deviceEv");

    /// <summary>
    /// <c>std::tuple&lt;std::vector&lt;std::vector&lt;size_t&gt;&gt;, std::vector&lt;size_t&gt;&gt;
    /// c10d::compute_bucket_assignment_by_size(const std::vector&lt;at::Tensor&gt;&amp;, const std::vector&lt;size_t&gt;&amp; limits, const
    /// std::vector&lt;bool&gt;&amp;, const std::vector&lt;int64_t&gt;&amp;, const
    /// std::optional&lt;std::weak_ptr&lt;Logger&gt;&gt;&amp;)</c>.
    /// </summary>
    internal static readonly CppSymbol AssignBuckets = new(
        "_ZN4c10d33compute_bucket_assignment_by_sizeERKSt6vectorIN2at6TensorESaIS2_EERKS0_ImSaImEERKS0_IbSaIbEERKS0_IlSaIlEERKSt8optional"
        + "ISt8weak_ptrINS_6LoggerEEE");

    /// <summary>
    /// <c>void c10d::verify_params_across_processes(const intrusive_ptr&lt;ProcessGroup&gt;&amp;, const std::vector&lt;at::Tensor&gt;&amp;,
    /// const std::optional&lt;std::weak_ptr&lt;Logger&gt;&gt;&amp;)</c>.
    /// </summary>
    internal static readonly CppSymbol VerifyParameters = new(
        $"_ZN4c10d30verify_params_across_processesERK{Group}RKSt6vectorIN2at6TensorESaISB_EERKSt8optionalISt8weak_ptrINS_6LoggerEEE");

    /// <summary>
    /// <c>void c10d::broadcast_coalesced(const intrusive_ptr&lt;ProcessGroup&gt;&amp;, at::TensorList, size_t buffer_size, int rank)</c>.
    /// </summary>
    internal static readonly CppSymbol BroadcastCoalesced = new(
        $"_ZN4c10d19broadcast_coalescedERK{Group}NS0_8ArrayRefIN2at6TensorEEEmi");

    /// <summary><c>c10d::Logger::Logger(std::shared_ptr&lt;Reducer&gt;)</c>.</summary>
    internal static readonly CppSymbol MakeLogger = new("_ZN4c10d6LoggerC1ESt10shared_ptrINS_7ReducerEE");

    /// <summary><c>void c10d::Reducer::set_logger(std::weak_ptr&lt;Logger&gt;)</c>.</summary>
    internal static readonly CppSymbol SetLogger = new(Reducer + "10set_loggerESt8weak_ptrINS_6LoggerEE");

    /// <summary><c>void c10d::Reducer::register_builtin_comm_hook(c10d::BuiltinCommHookType)</c>.</summary>
    internal static readonly CppSymbol RegisterBuiltinHook = new(
        Reducer + "26register_builtin_comm_hookENS_19BuiltinCommHookTypeE");

    /// <summary><c>Engine&amp; torch::autograd::Engine::get_default_engine()</c>.</summary>
    internal static readonly CppSymbol DefaultEngine = new("_ZN5torch8autograd6Engine18get_default_engineEv");

    /// <summary><c>void torch::autograd::Engine::queue_callback(std::function&lt;void()&gt;)</c>.</summary>
    internal static readonly CppSymbol QueueCallback = new("_ZN5torch8autograd6Engine14queue_callbackESt8functionIFvvEE");

    /// <summary>What DistributedDataParallel needs.</summary>
    internal static IEnumerable<CppSymbol> Reducing =>
    [
        MakeReducer, DestroyReducer, PrepareForForward, PrepareForBackward, RebuildBuckets, PushRebuiltParams, SetStaticGraph,
        DelayAllReduce, SetForwardPassWork, GetGradBuckets, GetLocalUsedMap, AssignBuckets, VerifyParameters, BroadcastCoalesced,
        MakeLogger, SetLogger, RegisterBuiltinHook, DefaultEngine, QueueCallback,
    ];
}
